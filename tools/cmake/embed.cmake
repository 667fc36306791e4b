# review_embed(TARGET FILES name=path…)
# Makes the static library TARGET, which holds each file's bytes and the table that libreview/base/embedded.cpp reads.
# Each file is one assembler object (.incbin), so a change to a file assembles that file alone, whatever its size.
function(review_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "FILES")
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target})
  set(sources "")
  set(declarations "")
  set(rows "")
  list(SORT arg_FILES)
  foreach(file IN LISTS arg_FILES)
    string(FIND "${file}" "=" at)
    string(SUBSTRING "${file}" 0 ${at} name)
    math(EXPR at "${at} + 1")
    string(SUBSTRING "${file}" ${at} -1 path)
    string(MAKE_C_IDENTIFIER "review_embedded_${name}" symbol)
    file(CONFIGURE OUTPUT ${folder}/${symbol}.S @ONLY CONTENT [[
    .section .rodata.@symbol@, "a"
    .balign 16
    .globl @symbol@
    .globl @symbol@_end
@symbol@:
    .incbin "@path@"
@symbol@_end:
    .byte 0
    .section .note.GNU-stack, "", @progbits
]])
    set_property(SOURCE ${folder}/${symbol}.S PROPERTY OBJECT_DEPENDS ${path})
    list(APPEND sources ${folder}/${symbol}.S)
    string(APPEND declarations "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
  endforeach()
  list(LENGTH arg_FILES count)
  file(CONFIGURE OUTPUT ${folder}/table.cpp @ONLY CONTENT [[
#include "libreview/base/embedded_files.hpp"

@declarations@
namespace review {

std::span<const EmbeddedFile> embedded_files() {
  static const std::array<EmbeddedFile, @count@> files{{
@rows@  }};
  return files;
}

}  // namespace review
]])
  add_library(${target} STATIC ${sources} ${folder}/table.cpp)
  target_link_libraries(${target} PRIVATE review_flags)
endfunction()
