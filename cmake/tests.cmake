# tests/<layer>/*_test.cpp and tests/support/*.cpp: one program, the same natively, sanitised and as WebAssembly.
set(test_sources)
foreach(layer IN ITEMS base model flow view codec runtime paint)
  file(GLOB layer_tests CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${layer}/*_test.cpp"
       "${CMAKE_SOURCE_DIR}/tests/${layer}/table/*.cpp")
  list(APPEND test_sources ${layer_tests})
endforeach()
file(GLOB support_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/support/*.cpp")

if(NOT test_sources)
  message(STATUS "No tests/<layer>/*_test.cpp yet: ats_tests is left out")
  return()
endif()

add_executable(ats_tests ${test_sources} ${support_sources})
target_include_directories(ats_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_compile_definitions(ats_tests PRIVATE ATS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
# In a batch the constants of one file are in the scope of the next: a new file must not break two old ones. A library of
# its own, named last, since the layers' -Wshadow comes with them.
add_library(ats_test_options INTERFACE)
target_compile_options(ats_test_options INTERFACE -Wno-shadow)
target_link_libraries(ats_tests PRIVATE ats_paint ats_runtime ats_codec ats_view ats_flow ats_model ats_base
                                        Catch2::Catch2WithMain ats_test_options)
# Every file instantiates the same variants anew; in batches they compile several times faster.
set_target_properties(ats_tests PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}" UNITY_BUILD ON
                                           UNITY_BUILD_BATCH_SIZE 10)

# Two reporters: one to read, one with exact totals for ./test.
set(reporters --colour-mode none --reporter console --reporter "xml::out=${CMAKE_BINARY_DIR}/ats_tests.xml")
if(EMSCRIPTEN)
  target_link_options(ats_tests PRIVATE -sSINGLE_FILE=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sENVIRONMENT=node
                      -sEXIT_RUNTIME=1)
  # The repository's package.json makes .js files ES modules; emcc writes CommonJS.
  file(WRITE "${CMAKE_BINARY_DIR}/package.json" "{ \"type\": \"commonjs\" }\n")
  # Node's environment becomes the program's, as it is natively: the seed and the depth of a run come in it.
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/environment.js"
       CONTENT "Module.preRun = () => Object.assign(ENV, process.env);\n")
  target_link_options(ats_tests PRIVATE "SHELL:--pre-js ${CMAKE_BINARY_DIR}/environment.js")
  find_program(ATS_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  add_test(NAME ats_tests COMMAND "${ATS_NODE}" "$<TARGET_FILE:ats_tests>" ${reporters})
else()
  add_test(NAME ats_tests COMMAND ats_tests ${reporters})
endif()
