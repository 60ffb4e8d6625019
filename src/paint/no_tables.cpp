#include "imgui.h"
#include "imgui_internal.h"

// ImGui's core calls these for tables and columns, which we do not use: without imgui_tables.cpp, and the
// widgets that its context menu brings, the module is 30 kB smaller.
namespace ImGui {

void EndTable() {}
void EndColumns() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

// What imgui.cpp calls instead of the real ones (cmake/imgui.cmake).
void end_no_tab_bar();
void end_no_tab_bar() {}
void end_no_menu_bar();
void end_no_menu_bar() {}
ImGuiMultiSelectIO* end_no_multi_select();
ImGuiMultiSelectIO* end_no_multi_select() { return nullptr; }

}  // namespace ImGui
