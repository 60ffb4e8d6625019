# Finds the Emscripten in PATH (Debian's package or an emsdk) and uses the toolchain file it brings.
find_program(ATS_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND "${ATS_EM_CONFIG}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE ats_emscripten_root
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${ats_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
