# Options of everything, libraries included.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Where there is a ccache it is used; the presets tell it what a precompiled header needs. emcc has a wrapper of its own.
find_program(ATS_CCACHE ccache)
if(ATS_CCACHE AND NOT EMSCRIPTEN AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ATS_CCACHE}")
endif()

if(ATS_SANITIZE)
  # vptr needs type information, which our code is built without.
  add_compile_options(-O0 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize=vptr
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

# Options of our own code alone.
add_library(ats_options INTERFACE)
target_include_directories(ats_options INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(ats_options INTERFACE -fno-exceptions -fno-rtti -Wall -Wextra -Wpedantic -Wconversion
                                             -Wshadow -Werror)
if(CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT EMSCRIPTEN)
  target_compile_definitions(ats_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
