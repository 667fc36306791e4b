# How everything is compiled. Which kind of build it is, the presets say: CMAKE_BUILD_TYPE and REVIEW_SANITIZE.

set(REVIEW_SANITIZE "" CACHE STRING "Sanitizers, comma-separated as for -fsanitize; empty for none")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Programs are position-independent, also at link time (-pie).
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()

# Hardening and reproducible paths: all our code, and the generated code too.
add_library(review_hardening INTERFACE)
target_compile_options(review_hardening INTERFACE
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.
  $<$<COMPILE_LANGUAGE:CXX>:-fstack-protector-strong -fstack-clash-protection -fcf-protection>)
target_compile_definitions(review_hardening INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(review_hardening INTERFACE LINKER:-z,relro,-z,now,-z,noexecstack)

# A sanitizer's own interceptors take the place of _FORTIFY_SOURCE, which hides calls from them.
add_library(review_sanitizers INTERFACE)
if(REVIEW_SANITIZE)
  target_compile_options(review_sanitizers INTERFACE
    -fsanitize=${REVIEW_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # g++ 12 sees uninitialised temporaries in instrumented code where there are none; the plain build keeps the warning.
  target_compile_options(review_sanitizers INTERFACE -Wno-uninitialized -Wno-maybe-uninitialized)
  add_link_options(-fsanitize=${REVIEW_SANITIZE})
  if(REVIEW_SANITIZE MATCHES thread)
    target_compile_options(review_sanitizers INTERFACE -Wno-tsan)
  endif()
else()
  target_compile_options(review_sanitizers INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-ftrivial-auto-var-init=zero>)
  target_compile_definitions(review_sanitizers INTERFACE _FORTIFY_SOURCE=2)
endif()

add_library(review_flags INTERFACE)
target_compile_options(review_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow=local -Wconversion -Wno-sign-conversion -Wformat=2 -Werror=format-security -Werror)
target_include_directories(review_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_link_libraries(review_flags INTERFACE review_hardening review_sanitizers)

# Beast is slow to compile under these checks, and what they find there is not ours.
set(REVIEW_BEAST_OPTIONS "")
if(REVIEW_SANITIZE MATCHES undefined)
  set(REVIEW_BEAST_OPTIONS -fno-sanitize=null,alignment,object-size,vptr)
endif()

# The directory is left out of the key, so that the presets share what they compile alike: the generated code.
find_program(REVIEW_CCACHE ccache)
if(REVIEW_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros ${REVIEW_CCACHE})
endif()

find_program(REVIEW_LLD ld.lld)
if(REVIEW_LLD)
  add_link_options(-fuse-ld=lld)
endif()
