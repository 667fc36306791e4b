#include "libreview/registers/saved_views.hpp"

#include <fmt/format.h>

#include "libreview/store/random_id.hpp"

namespace review {
namespace {

SavedView view_of(const Prepared& row) { return {row.text(0), row.text(1), row.text(2), row.text(3)}; }

}  // namespace

std::vector<SavedView> SavedViews::of(std::string_view person) {
  return store_.reading([&] {
    std::vector<SavedView> views;
    auto rows = store_.prepare("SELECT saved_view, name, query, made FROM saved_views WHERE person = ? ORDER BY name");
    rows.give(person);
    while (rows.step()) views.push_back(view_of(rows));
    return views;
  });
}

Result<SavedView> SavedViews::save(const std::string& person, const std::string& name, const std::string& query,
                                   Instant now) {
  return store_.in_one_transaction([&]() -> Result<SavedView> {
    // Statements that write run to their end, without RETURNING: see Words::insert.
    const auto kept = store_.prepare("UPDATE saved_views SET query = ?, made = ? WHERE person = ? AND name = ?")
                          .with(query, rfc3339(now), person, name)
                          .run_counting();
    if (kept > 0) {
      auto row = store_.prepare("SELECT saved_view, name, query, made FROM saved_views WHERE person = ? AND name = ?");
      if (row.with(person, name).step()) return view_of(row);
    }
    auto count = store_.prepare("SELECT count(*) FROM saved_views WHERE person = ?");
    if (count.with(person).step() && count.small(0) >= most_saved_views) {
      return refuse(Code::malformed, fmt::format("You have {} saved views, and there can be no more. Delete one first.",
                                                 most_saved_views));
    }
    SavedView view{random_id(random_), name, query, rfc3339(now)};
    store_.prepare("INSERT INTO saved_views (saved_view, person, name, query, made) VALUES (?, ?, ?, ?, ?)")
        .with(view.saved_view, person, view.name, view.query, view.made)
        .run();
    return view;
  });
}

Result<SavedView> SavedViews::remove(std::string_view person, std::string_view saved_view) {
  return store_.in_one_transaction([&]() -> Result<SavedView> {
    SavedView view;
    {
      auto row =
          store_.prepare("SELECT saved_view, name, query, made FROM saved_views WHERE person = ? AND saved_view = ?");
      if (!row.with(person, saved_view).step()) {
        return refuse(Code::not_found, "There is no saved view of this name.");
      }
      view = view_of(row);
    }
    store_.prepare("DELETE FROM saved_views WHERE saved_view = ?").with(saved_view).run();
    return view;
  });
}

}  // namespace review
