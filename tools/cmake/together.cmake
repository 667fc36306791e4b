# review_together(TARGET)
# Compiles the files of a folder a few at a time, as one. What they all read is then read once, which makes a build from
# nothing three to four times as fast. So the names in anonymous namespaces are told apart within a folder, which is
# kinder to readers too. REVIEW_TOGETHER=OFF, as the preset for races has it, compiles each file alone.

option(REVIEW_TOGETHER "Compile the files of a folder a few at a time" ON)

function(review_together target)
  if(NOT REVIEW_TOGETHER)
    return()
  endif()
  set(most 8) # more take too much memory under sanitizers
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  set(folders "")
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    list(APPEND folders "${folder}")
  endforeach()
  list(REMOVE_DUPLICATES folders)

  foreach(folder IN LISTS folders)
    set(files ${sources})
    list(FILTER files INCLUDE REGEX "^${folder}/[^/]+$")
    list(SORT files)
    list(LENGTH files count)
    # Evenly: nine files are five and four.
    math(EXPR groups "(${count} + ${most} - 1) / ${most}")
    math(EXPR size "(${count} + ${groups} - 1) / ${groups}")
    set(at 0)
    string(MAKE_C_IDENTIFIER "${folder}" name)
    foreach(file IN LISTS files)
      math(EXPR group "${at} / ${size}")
      set_property(SOURCE ${file} PROPERTY UNITY_GROUP "${name}_${group}")
      math(EXPR at "${at} + 1")
    endforeach()
  endforeach()
  # g++ takes a file that is read with others for a header, where types of an anonymous namespace would be a fault.
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
