#include "libreview/store/schema.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/embedded.hpp"

namespace review {
namespace {

/// The steps in order, one file of `schema/` each; a store at version n has had the first n. A step is never edited
/// once released: a change to a table is a new step at the end. FORMAT.md describes what they make.
const std::vector<std::string_view>& steps() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> texts;
    for (const auto name : embedded_names("store/schema/")) texts.push_back(embedded(name).value());
    return texts;
  }();
  return all;
}

/// The newest step that this release knows; a store has it as `user_version`.
int newest_schema() { return static_cast<int>(steps().size()); }

int pragma_number(SQLite::Database& database, const char* name) {
  return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

}  // namespace

bool is_empty(SQLite::Database& database) {
  return pragma_number(database, "application_id") == 0 && pragma_number(database, "user_version") == 0 &&
         database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

Result<void> bring_up_to_date(SQLite::Database& database) {
  const auto empty = is_empty(database);
  if (!empty && pragma_number(database, "application_id") != store_application) {
    return refuse(Code::malformed, "This file is not a store of child safeguarding reviews.");
  }
  const auto has = pragma_number(database, "user_version");
  if (has > newest_schema()) {
    return refuse(Code::read_only,
                  fmt::format("This store was made by a newer release: it has schema {}, this release knows up to {}. "
                              "Install that release again, or restore a backup made before it.",
                              has, newest_schema()));
  }
  if (has == newest_schema()) return {};
  for (auto step = has; step < newest_schema(); ++step)
    database.exec(std::string(steps()[static_cast<std::size_t>(step)]));
  database.exec(fmt::format("PRAGMA application_id={}", store_application));
  database.exec(fmt::format("PRAGMA user_version={}", newest_schema()));
  return {};
}

}  // namespace review
