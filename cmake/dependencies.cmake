# The C++ dependencies, pinned by commit. tools/fetch-deps may have put the same contents into .cache/deps.
include(FetchContent)

foreach(name IN ITEMS imgui nlohmann_json catch2)
  string(TOUPPER "FETCHCONTENT_SOURCE_DIR_${name}" variable)
  if(EXISTS "${CMAKE_SOURCE_DIR}/.cache/deps/${name}" AND NOT ${variable})
    set(${variable} "${CMAKE_SOURCE_DIR}/.cache/deps/${name}")
  endif()
endforeach()

FetchContent_Declare(
  imgui
  GIT_REPOSITORY https://github.com/ocornut/imgui.git
  GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5 # v1.92.2b
)
FetchContent_Declare(
  nlohmann_json
  GIT_REPOSITORY https://github.com/nlohmann/json.git
  GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 # v3.11.3
  SYSTEM
)
FetchContent_Declare(
  catch2
  GIT_REPOSITORY https://github.com/catchorg/Catch2.git
  GIT_TAG fa43b77429ba76c462b1898d6cd2f2d7a9416b14 # v3.7.1
  SYSTEM
)

set(JSON_BuildTests OFF CACHE INTERNAL "")
set(JSON_Install OFF CACHE INTERNAL "")
set(JSON_ImplicitConversions OFF CACHE INTERNAL "")
FetchContent_MakeAvailable(imgui nlohmann_json)
# The header drops its try and throw by itself under -fno-exceptions; the define says so to every compiler.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

if(ATS_TESTS)
  # WebAssembly has no exceptions, and one suite runs everywhere: a failed REQUIRE ends the program.
  set(CATCH_CONFIG_DISABLE_EXCEPTIONS ON CACHE INTERNAL "")
  set(CATCH_INSTALL_DOCS OFF CACHE INTERNAL "")
  set(CATCH_INSTALL_EXTRAS OFF CACHE INTERNAL "")
  FetchContent_MakeAvailable(catch2)
  # A hundred small sources that never change: in batches they compile several times faster.
  set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  if(ATS_SANITIZE)
    # Its own errors are not ours to look for: what it is handed is watched in our code.
    target_compile_options(Catch2 PRIVATE -fno-sanitize=all)
  endif()
endif()
