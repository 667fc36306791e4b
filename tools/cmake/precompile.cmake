# review_precompile(TARGET HEADER…)
# Reads what nearly every file of a target reads once for all of them: the generated vocabulary and the libraries that
# we build on, never a header of our own. Without it a file takes more than twice as long to compile. A file still
# includes what it uses: REVIEW_PRECOMPILE=OFF, as the preset for races has it, builds without.

option(REVIEW_PRECOMPILE "Read common headers once for each target" ON)

function(review_precompile target)
  if(NOT REVIEW_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory> <mutex> <optional> <semaphore> <set> <span>
    <sstream> <stop_token> <string> <string_view> <thread> <utility> <variant> <vector>
    <fmt/format.h> <tl/expected.hpp> <toml++/toml.h>
    <boost/json/array.hpp> <boost/json/object.hpp> <boost/json/value.hpp>
    <review/v1/case.pb.h> <review/v1/case_actions.pb.h> <review/v1/case_file.pb.h> <review/v1/clock.pb.h>
    <review/v1/entries.pb.h> <review/v1/plan_answer.pb.h> <review/v1/product.pb.h> <review/v1/programme_answer.pb.h>
    ${ARGN})
  # g++ 12 warns of its own std::string where that was precompiled; a build without keeps the warning.
  target_compile_options(${target} PRIVATE
    -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread)
endfunction()
