#include "libreview/store/store.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_store_init(Call& call) {
  const bool practice = call.arguments.has("practice");
  const auto file = call.arguments.text("store");
  const auto made = review::Store::create(file, practice);
  if (!made) return stop(local_problem_of(made.error()));
  if (call.output.for_people()) {
    call.output.line(practice ? "Made a practice store. It stays one for ever: nothing in it is a real case."
                              : "Made an empty store.");
  } else {
    call.output.value(boost::json::object{{"store", file}, {"practice", practice}});
  }
  return ExitCode::done;
}

}  // namespace

Verb store_init() {
  return {
      .noun = "store",
      .verb = "init",
      .summary = "Makes a new, empty store",
      .reach = Reach::file,
      .options = {{"practice", "", "For invented cases and a day that can be set; it stays a practice store for ever"}},
      .examples = {{"A store to try things in", "store init --store practice.db --practice"}},
      .run = run_store_init};
}

}  // namespace reviewctl
