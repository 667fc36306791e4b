#include "reviewd/web/incident/incident_list.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/incident/incident_sections.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object row(const std::string& title, const std::string& href, const std::string& status, std::size_t number) {
  const bool quiet = status == "Completed" || status == "Optional";
  return {{"rowTitle", title},
          {"href", shown(href)},
          {"status", status},
          {"tag", !quiet && !href.empty()},
          {"statusId", fmt::format("task-{}", number)}};
}

class TaskList {
 public:
  explicit TaskList(const WebDraft& draft) : draft_(draft), address_("/incident/" + draft.id) {}

  json::array made() {
    for (const auto& section : incident_sections()) {
      if (section.name == first_after_children) children();
      if (groups_.empty() || text_in(groups_.back(), "heading") != section.task) begin(section.task);
      add(std::string(section.title), address_ + "/" + std::string(section.name),
          section_status(section, draft_.typed, -1));
    }
    begin("Check and log");
    const bool ready = can_be_logged(draft_.typed);
    add("Check your answers and log the incident", ready ? address_ + "/check" : "",
        ready ? "Not started" : "Cannot start yet");
    return std::move(groups_);
  }

 private:
  void begin(std::string_view heading) {
    groups_.push_back(json::object{{"heading", heading}, {"tasks", json::array()}});
  }
  void add(const std::string& title, const std::string& href, const std::string& status) {
    groups_.back().as_object()["tasks"].as_array().push_back(row(title, href, status, ++number_));
  }
  void children() {
    begin("The children");
    const int count = draft_.typed.count(children_path);
    for (int i = 0; i < count; ++i) {
      for (const auto& section : child_sections()) {
        add(fmt::format("{}: {}", child_name(draft_.typed, i), section.title),
            fmt::format("{}/children/{}/{}", address_, i + 1, section.name), section_status(section, draft_.typed, i));
      }
    }
    add(count == 0 ? "Add a child" : "Add another child", fmt::format("{}/children/{}/about", address_, count + 1),
        count == 0 ? "Not started" : "Optional");
  }

  const WebDraft& draft_;
  std::string address_;
  json::array groups_;
  std::size_t number_ = 0;
};

}  // namespace

View incident_list(const WebDraft& draft) {
  return {{"title", "Log an incident"},
          {"groups", TaskList(draft).made()},
          {"until", draft.expires},
          {"changed", draft.changed},
          {"deletes", "/drafts/" + draft.id + "/delete"}};
}

}  // namespace reviewd
