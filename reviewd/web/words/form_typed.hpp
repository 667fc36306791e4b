#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// What a person typed into the form of an entry, input by input, exactly as typed. A name is the path of its field,
/// for example `incidentLogged.children.0.ageYears`. A day has three boxes, `….day`, `….month` and `….year`; a list of
/// messages says how many there are in `….count`; what was typed beside the offered choices is in `….other`.
class Typed {
 public:
  /// No list of messages grows longer than this.
  static constexpr int most_items = 200;

  Typed() = default;
  /// Keeps what belongs to an entry; the other names belong to the page.
  explicit Typed(const NameValues& values);

  /// The first value of that name; empty if there is none.
  [[nodiscard]] std::string first(const std::string& name) const;
  [[nodiscard]] const std::vector<std::string>& all(const std::string& name) const;
  [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
  /// Whether nothing but blanks stands at the name and below it.
  [[nodiscard]] bool is_blank(const std::string& name) const;
  /// How many items a list has: as many as it says, or as have inputs.
  [[nodiscard]] int count(const std::string& list) const;

  void put(const std::string& name, std::string value);
  void add(const std::string& name, std::string value);
  /// What stands at the name and below it goes, and what `from` has there comes.
  void replace(const std::string& name, const Typed& from);
  void set_count(const std::string& list, int count);
  void add_item(const std::string& list);
  /// Takes one item out of a list; those after it move up.
  void remove_item(const std::string& list, int index);
  /// Takes away the items in which nothing was typed, so that the items are those that the API is sent.
  void drop_empty_items();

  [[nodiscard]] const std::map<std::string, std::vector<std::string>>& values() const { return values_; }

 private:
  /// Gives each item of a list its new place, or takes it away.
  void move_items(const std::string& list, const std::vector<int>& places);

  std::map<std::string, std::vector<std::string>> values_;
};

/// `list.index`, and `path.field`; `field` alone where the path is empty.
[[nodiscard]] std::string below(std::string_view path, std::string_view field);
[[nodiscard]] std::string below(std::string_view path, int index);
/// Without the blanks around it.
[[nodiscard]] std::string typed_text(std::string_view text);

}  // namespace reviewd
