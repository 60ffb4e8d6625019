# ats_layer(NAME LIBRARY...): src/NAME as the library ats_NAME. An edge that is missing here is a layer that may not be
# used there; tools/check_layers.py holds the includes to the same table.
function(ats_layer name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cpp")
  if(sources)
    add_library(ats_${name} STATIC ${sources})
    target_link_libraries(ats_${name} PUBLIC ats_options ${ARGN})
  else()
    add_library(ats_${name} INTERFACE)
    target_link_libraries(ats_${name} INTERFACE ats_options ${ARGN})
  endif()
endfunction()

ats_layer(base)
ats_layer(model ats_base)
ats_layer(flow ats_base ats_model)
ats_layer(view ats_base ats_model ats_flow)
ats_layer(codec ats_base ats_model ats_flow ats_view nlohmann_json::nlohmann_json)
ats_layer(runtime ats_base ats_model ats_flow ats_view)
ats_layer(paint ats_base ats_view imgui)

# ImGui calls back for its font loader, which src/paint defines.
get_target_property(ats_paint_type ats_paint TYPE)
if(ats_paint_type STREQUAL "STATIC_LIBRARY")
  target_link_libraries(imgui INTERFACE ats_paint)
endif()
