#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/entry_row.hpp"
#include "libreview/journal/merkle_tree.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/store/store_broken.hpp"

namespace review {
namespace {

/// How many nodes the tree over `size` leaves has: one for each complete subtree.
std::int64_t nodes_of(std::int64_t size) {
  std::int64_t count = 0;
  for (; size > 0; size >>= 1) count += size;
  return count;
}

}  // namespace

std::optional<std::string> SqliteJournal::fault_in_tree(std::int64_t seq) {
  auto index = seq - 1;
  for (auto level = 0; (index & 1) == 1; index >>= 1, ++level) {
    if (node(level + 1, index >> 1) != node_hash(node(level, index - 1), node(level, index))) {
      return fmt::format("the hash of the {} leaves that end here does not match them", 2LL << level);
    }
  }
  return std::nullopt;
}

std::optional<std::string> SqliteJournal::fault_in_versions(const EntryRow& row) {
  if (row.version == 1) return std::nullopt;
  auto previous = store_.prepare("SELECT seq FROM entries WHERE record = ? AND version = ?");
  if (previous.with(row.record, row.version - 1).step() && previous.integer(0) < row.seq) return std::nullopt;
  return "the version before it is missing from its record";
}

void SqliteJournal::verify_rows(std::int64_t from, std::int64_t to, Verification& found) {
  static const auto sql = std::string(select_entry_row) + "WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq";
  auto rows = store_.prepare(sql);
  rows.give(from, to);
  auto expected = from;
  const auto bad = [&](const std::string& record, std::string says) {
    found.bad = BadLeaf{expected, record, std::move(says)};
  };
  try {
    for (; expected <= to && rows.step(); ++expected) {
      const auto row = entry_row(rows);
      if (row.seq != expected) return bad({}, "the entry is missing from the log");
      auto fault = fault_in(row);
      if (!fault) fault = fault_in_tree(expected);
      if (!fault) fault = fault_in_versions(row);
      if (fault) return bad(row.record, std::move(*fault));
      ++found.checked;
      if (!row.sealed_salt) ++found.erased;
    }
    if (expected <= to) bad({}, "the entry is missing from the log");
  } catch (const SQLite::Exception& error) {
    bad({}, fmt::format("the file cannot be read here: {}", error.getErrorStr()));
  } catch (const StoreBroken& broken) {
    bad({}, broken.what());
  } catch (const AlteredEntry& altered) {
    bad({}, altered.bad().says);
  }
}

std::optional<BadLeaf> SqliteJournal::fault_beyond(std::int64_t size) {
  auto leaves = store_.prepare("SELECT count(*), coalesce(max(idx), -1) FROM nodes WHERE level = 0");
  auto nodes = store_.prepare("SELECT count(*) FROM nodes");
  auto sealed = store_.prepare("SELECT coalesce(max(seq), 0) FROM sealed");
  if (!leaves.step() || !nodes.step() || !sealed.step()) return BadLeaf{size, {}, "the tree cannot be counted"};
  if (leaves.integer(0) > size || leaves.integer(1) >= size || sealed.integer(0) > size) {
    return BadLeaf{size + 1, {}, "the tree has leaves that the log does not have: entries were cut off its end"};
  }
  if (nodes.integer(0) != nodes_of(size)) return BadLeaf{size, {}, "the tree has nodes that do not belong to it"};
  return std::nullopt;
}

Verification SqliteJournal::verify(std::int64_t from, std::int64_t to) {
  Verification found;
  std::int64_t size = 0;
  try {
    size = this->size();
    const auto first = std::max<std::int64_t>(from, 1);
    const auto last = std::min(to, size);
    if (first <= last) verify_rows(first, last, found);
    if (!found.bad && first == 1 && to >= size) found.bad = fault_beyond(size);
    if (!found.bad) found.head = head();
  } catch (const SQLite::Exception& error) {
    found.bad = BadLeaf{size, {}, fmt::format("the file cannot be read: {}", error.getErrorStr())};
  } catch (const StoreBroken& broken) {
    found.bad = BadLeaf{size, {}, broken.what()};
  } catch (const AlteredEntry& altered) {
    found.bad = altered.bad();
  }
  return found;
}

Verification SqliteJournal::verify_against(const Head& head) {
  auto found = verify(1, std::numeric_limits<std::int64_t>::max());
  if (found.bad) return found;
  const auto then = head_at(head.size);
  if (!then) {
    found.bad = BadLeaf{found.head.size + 1, {}, fmt::format("the log ends here; the head has {} entries", head.size)};
  } else if (*then != head) {
    found.bad = BadLeaf{
        head.size, {}, fmt::format("the first {} entries are not those that the head was made over", head.size)};
  }
  return found;
}

}  // namespace review
