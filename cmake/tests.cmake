# tests/<layer>/*_test.cpp and tests/support/*.cpp: one program, the same natively, sanitised and as WebAssembly.
# Every file instantiates the same variants anew: a folder is compiled as one source, so its names must not collide.
set(test_sources)
foreach(folder IN ITEMS base model flow flow/screens flow/turn flow/verdict flow/table view codec runtime paint support)
  file(GLOB folder_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp")
  string(MAKE_C_IDENTIFIER "${folder}" group)
  set_source_files_properties(${folder_sources} PROPERTIES UNITY_GROUP "${group}")
  list(APPEND test_sources ${folder_sources})
endforeach()

# What stands in another folder would be compiled by nobody, and its tests would not be missed.
file(GLOB_RECURSE forgotten_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/*.cpp")
list(REMOVE_ITEM forgotten_sources ${test_sources})
if(forgotten_sources)
  list(JOIN forgotten_sources "\n  " forgotten_sources)
  message(FATAL_ERROR "cmake/tests.cmake does not list the folder of\n  ${forgotten_sources}")
endif()

add_executable(ats_tests ${test_sources})
target_include_directories(ats_tests PRIVATE "${CMAKE_SOURCE_DIR}/tests")
target_compile_definitions(ats_tests PRIVATE ATS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(ats_tests PRIVATE ats_paint ats_runtime ats_codec ats_view ats_flow ats_model ats_base
                                        Catch2::Catch2WithMain)
set_target_properties(ats_tests PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}" UNITY_BUILD ON
                                           UNITY_BUILD_MODE GROUP)
# What most folders include, read once.
target_precompile_headers(
  ats_tests
  PRIVATE
  <algorithm>
  <functional>
  <map>
  <random>
  <set>
  <string>
  <vector>
  <catch2/catch_test_macros.hpp>
  <nlohmann/json.hpp>
  "${CMAKE_SOURCE_DIR}/src/flow/step.hpp"
  "${CMAKE_SOURCE_DIR}/src/view/view_model.hpp")

# ccache knows a precompiled header by its contents, not by the time of its making.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(ats_tests PRIVATE -fpch-preprocess)
else()
  target_compile_options(ats_tests PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
endif()

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
  set(program "${ATS_NODE}" "$<TARGET_FILE:ats_tests>")
else()
  set(program ats_tests)
endif()

# In quarters, two of which run at a time: in halves one took twice as long as the other. Two reporters: one to read, one
# with exact totals for ./test.
foreach(quarter IN ITEMS 0 1 2 3)
  add_test(NAME ats_tests_${quarter} COMMAND ${program} --shard-count 4 --shard-index ${quarter} --colour-mode none
           --durations yes --reporter console --reporter "xml::out=${CMAKE_BINARY_DIR}/ats_tests.${quarter}.xml")
endforeach()
