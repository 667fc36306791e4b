#include "libreview/views/excerpt_of.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace review {
namespace {

/// What begins and ends a match in an excerpt; `words_of` lets neither through.
constexpr char begins = '\x02';
constexpr char ends = '\x03';

std::vector<Excerpt> pieces(const std::string& marked) {
  std::vector<Excerpt> all;
  Excerpt piece;
  const auto finish = [&](bool match) {
    if (!piece.text.empty()) all.push_back(std::move(piece));
    piece = Excerpt{{}, match};
  };
  for (const char c : marked) {
    if (c == begins || c == ends) {
      finish(c == begins);
    } else {
      piece.text += c;
    }
  }
  finish(false);
  return all;
}

}  // namespace

std::vector<std::vector<Excerpt>> excerpts_of(const std::string& match, const std::vector<std::string>& texts) {
  std::vector<std::vector<Excerpt>> all(texts.size());
  if (texts.empty()) return all;
  SQLite::Database apart(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  apart.exec(fmt::format("CREATE VIRTUAL TABLE shown USING fts5(words, tokenize = '{}'); BEGIN", words_tokenizer));
  SQLite::Statement keep(apart, "INSERT INTO shown (rowid, words) VALUES (?, ?)");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    keep.bind(1, static_cast<std::int64_t>(i));
    keep.bind(2, texts[i]);
    keep.exec();
    keep.reset();
  }
  SQLite::Statement found(apart,
                          "SELECT rowid, snippet(shown, 0, char(2), char(3), '…', 24) FROM shown WHERE shown MATCH ?");
  found.bind(1, match);
  while (found.executeStep()) {
    all[static_cast<std::size_t>(found.getColumn(0).getInt64())] = pieces(found.getColumn(1).getString());
  }
  return all;
}

std::vector<Excerpt> excerpt_of(const std::string& match, const std::string& text) {
  return excerpts_of(match, {text}).front();
}

}  // namespace review
