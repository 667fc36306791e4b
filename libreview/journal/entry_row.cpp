#include "libreview/journal/entry_row.hpp"

#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/leaf.hpp"
#include "libreview/journal/merkle_tree.hpp"
#include "libreview/store/digest.hpp"

namespace review {
namespace {

/// What in the row disagrees with its leaf, which is nothing where it could not be read, or with the tree.
std::optional<std::string> fault_against(const EntryRow& row, const std::optional<Leaf>& leaf) {
  if (row.node != as_text(leaf_hash(row.leaf))) return "the leaf does not match its hash in the tree";
  if (!leaf) return "the leaf is not of format 1";
  if (leaf->seq != row.seq) return "the leaf has another sequence number";
  if (leaf->record != row.record) return "the leaf names another record";
  if (leaf->version != row.version) return "the leaf has another version";
  if (leaf->entry != row.entry) return "the leaf has another entry id";
  if (row.open_salt.size() != salt_size || part_digest(row.open_salt, row.open) != leaf->open) {
    return "the open part does not match its digest";
  }
  if (!row.sealed_salt) return std::nullopt;
  if (row.sealed_salt->size() != salt_size || part_digest(*row.sealed_salt, row.sealed) != leaf->sealed) {
    return "the sealed part does not match its digest";
  }
  return std::nullopt;
}

}  // namespace

std::string part_digest(std::string_view salt, std::string_view part) { return to_hex(sha256({salt, part})); }

EntryRow entry_row(const Prepared& statement) {
  EntryRow row;
  row.seq = statement.integer(0);
  row.record = statement.text(1);
  row.version = statement.small(2);
  row.entry = statement.text(3);
  row.leaf = statement.text(4);
  row.open_salt = statement.text(5);
  row.open = statement.text(6);
  if (!statement.is_null(7)) row.sealed_salt = statement.text(7);
  row.sealed = statement.text(8);
  row.node = statement.text(9);
  return row;
}

std::optional<std::string> fault_in(const EntryRow& row) { return fault_against(row, parse_leaf(row.leaf)); }

StoredEntry believed(EntryRow row) {
  auto read = parse_leaf(row.leaf);
  if (const auto fault = fault_against(row, read)) throw AlteredEntry({row.seq, row.record, *fault});
  auto& leaf = *read;
  StoredEntry entry;
  entry.seq = row.seq;
  entry.record = std::move(row.record);
  entry.version = row.version;
  entry.entry = std::move(row.entry);
  entry.kind = std::move(leaf.kind);
  entry.recorded_time = std::move(leaf.time);
  entry.actor = std::move(leaf.actor);
  entry.leaf = std::move(row.leaf);
  entry.open = std::move(row.open);
  entry.sealed = std::move(row.sealed);
  entry.erased = !row.sealed_salt;
  return entry;
}

}  // namespace review
