# src/web: the composition root, as ats-link.mjs and ats-link.wasm.
if(NOT EMSCRIPTEN)
  message(FATAL_ERROR "ATS_WEB needs Emscripten: use the preset wasm-release")
endif()

file(GLOB web_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/web/*.cpp")
if(NOT web_sources)
  message(STATUS "No src/web/*.cpp yet: ats-link is left out")
  return()
endif()

add_executable(ats-link ${web_sources})
target_link_libraries(ats-link PRIVATE ats_paint ats_runtime ats_codec ats_view ats_flow ats_model ats_base)
set_target_properties(ats-link PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

target_link_options(
  ats-link
  PRIVATE
  -sFILESYSTEM=0
  -sMALLOC=emmalloc
  -sENVIRONMENT=web
  -sMODULARIZE
  -sEXPORT_ES6
  -sDYNAMIC_EXECUTION=0 # no eval: the page's policy allows none
  -sFETCH=1
  -sFETCH_SUPPORT_INDEXEDDB=0 # else it opens a database at start
  -sALLOW_MEMORY_GROWTH=0
  -sINITIAL_MEMORY=33554432
  -sINCOMING_MODULE_JS_API=instantiateWasm
  -sTEXTDECODER=2
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=35,--flatten,--rereloop,-Oz,-Oz,-Oz,-Oz,--converge # 2 kB of brotli
  -sSUPPORT_LONGJMP=0
  -sSUPPORT_ERRNO=0
  # Older ones lack what the page itself needs (WebGL 2, saturating conversions): no code for them.
  -sMIN_CHROME_VERSION=95
  -sMIN_FIREFOX_VERSION=93
  -sMIN_SAFARI_VERSION=150000
  -sASSERTIONS=0)

file(GLOB js_libraries CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/web/*.js")
foreach(library IN LISTS js_libraries)
  target_link_options(ats-link PRIVATE "SHELL:--js-library ${library}")
endforeach()

# src/web/exports.json: {"functions": ["_ats_open"], "runtimeMethods": ["HEAPU8"]}, as emcc spells them.
set(exports_file "${CMAKE_SOURCE_DIR}/src/web/exports.json")
set(exports)
if(EXISTS "${exports_file}")
  file(READ "${exports_file}" exports)
  set(exports_dependency "${exports_file}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${exports_file}")
endif()
foreach(pair IN ITEMS "functions|EXPORTED_FUNCTIONS" "runtimeMethods|EXPORTED_RUNTIME_METHODS")
  string(REPLACE "|" ";" pair "${pair}")
  list(GET pair 0 key)
  list(GET pair 1 setting)
  string(JSON count ERROR_VARIABLE no_such_key LENGTH "${exports}" ${key})
  if(exports AND NOT no_such_key AND count GREATER 0)
    set(names)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON name GET "${exports}" ${key} ${index})
      list(APPEND names "${name}")
    endforeach()
    list(JOIN names "," names)
    target_link_options(ats-link PRIVATE "-s${setting}=${names}")
  endif()
endforeach()
set_target_properties(ats-link PROPERTIES LINK_DEPENDS "${js_libraries};${exports_dependency}")
