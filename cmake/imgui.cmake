# Dear ImGui has no CMake file of its own. src/paint stands in for imgui_tables.cpp and for ImFormatString.
add_library(imgui STATIC "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp"
                         "${imgui_SOURCE_DIR}/imgui_widgets.cpp")
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
target_compile_definitions(imgui PRIVATE IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS)
# The core's recovery from unbalanced calls would link tab bars, menus and multi-selection, which nothing here opens.
set_source_files_properties("${imgui_SOURCE_DIR}/imgui.cpp" PROPERTIES COMPILE_DEFINITIONS
  "EndTabBar=end_no_tab_bar;EndMultiSelect=end_no_multi_select;EndMenuBar=end_no_menu_bar")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti -w
                                     # Its talk to developers, with the tooltip it comes in: left out of what people download.
                                     "$<$<CONFIG:Release>:-DIM_ASSERT_USER_ERROR(condition,message)=((void)0)>")

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
