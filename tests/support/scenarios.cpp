#include "tests/support/scenarios.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "libreview/base/embedded.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/story/memory_world.hpp"
#include "libreview/story/parse_story.hpp"
#include "libreview/story/run_story.hpp"
#include "tests/support/places.hpp"

namespace review::test {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(review::test::source_folder()) / "tests" / "scenarios"; }

const RuleBook& national_law() {
  static const RuleBook law = england();
  return law;
}

const Calendar& national_calendar() {
  static const Calendar calendar = england_and_wales();
  return calendar;
}

/// One scenario in one world.
class ScenarioTest final : public Catch::ITestInvoker {
 public:
  ScenarioTest(std::string file, MakeWorld make) : file_(std::move(file)), make_(std::move(make)) {}

  void invoke() const override {
    const Story story = read_scenario(file_);
    const RuleBook law = law_of(story);
    const auto world = make_(story, law, national_calendar());
    const bool held = run_story(story, *world, {law, national_calendar()}, [&](const Told& told) {
      if (!told.holds) FAIL_CHECK("tests/scenarios/" << file_ << ":" << told.line << ": " << told.says);
      return true;
    });
    CHECK(held);
  }

 private:
  std::string file_;
  MakeWorld make_;
};

std::unique_ptr<World> memory_world(const Story&, const RuleBook& law, const Calendar& calendar) {
  return std::make_unique<MemoryWorld>(law, calendar);
}

const ScenarioWorld in_memory("[scenario-memory]", memory_world);

}  // namespace

std::vector<std::string> scenario_files() {
  std::vector<std::string> files;
  // A program that is started as a reader of documents may not look: there is none for it.
  std::error_code denied;
  for (const auto& entry : fs::recursive_directory_iterator(folder(), denied)) {
    if (entry.path().extension() == ".review") {
      files.push_back(entry.path().lexically_relative(folder()).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Story read_scenario(const std::string& file) {
  std::ifstream in(folder() / file, std::ios::binary);
  if (!in) throw std::runtime_error("tests/scenarios/" + file + " cannot be opened");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto story = parse_story(text, "tests/scenarios/" + file, national_law());
  if (!story) throw std::runtime_error(story.error().says);
  return std::move(*story);
}

RuleBook law_of(const Story& story) {
  if (story.overlay.empty()) return england();
  const std::string name = "law/overlays/" + story.overlay + ".toml";
  auto law = england(LawText{name, embedded(name).value()});
  if (!law) throw std::runtime_error(law.error().says);
  return std::move(*law);
}

ScenarioWorld::ScenarioWorld(const std::string& tag, const MakeWorld& make) {
  for (const auto& file : scenario_files()) {
    const std::string name = file + " " + tag;
    Catch::getMutableRegistryHub().registerTest(
        Catch::makeTestCase(new ScenarioTest(file, make), {}, Catch::NameAndTags{name, tag}, CATCH_INTERNAL_LINEINFO));
  }
}

}  // namespace review::test
