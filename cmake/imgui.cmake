# Dear ImGui has no CMake file of its own. src/paint draws with its draw core alone: lists, atlas and draw data. No window
# is ever opened, so what windows would call (imgui_widgets.cpp, imgui_tables.cpp) is not compiled, and the linker leaves
# the windows of imgui.cpp out, function by function.
add_library(imgui STATIC "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp")
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w -ffunction-sections -fdata-sections
                                     # Its talk to developers comes in a tooltip, which is a window.
                                     "-DIM_ASSERT_USER_ERROR(condition,message)=IM_ASSERT(condition)")
if(NOT EMSCRIPTEN)
  # wasm-ld does it by itself.
  target_link_options(imgui INTERFACE -Wl,--gc-sections)
endif()

# PUBLIC: they change ImGui's types, so every user must see the same ones.
target_compile_definitions(
  imgui
  PUBLIC IMGUI_DISABLE_DEMO_WINDOWS
         IMGUI_DISABLE_DEBUG_TOOLS
         IMGUI_DISABLE_FILE_FUNCTIONS
         IMGUI_DISABLE_OBSOLETE_FUNCTIONS
         IMGUI_DISABLE_DEFAULT_FONT
         IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
         IMGUI_USE_WCHAR32
         # Leaves stb_truetype out: src/paint defines ImGuiFreeType::GetFontLoader(), and no FreeType is linked.
         IMGUI_ENABLE_FREETYPE)
