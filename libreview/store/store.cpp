#include "libreview/store/store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <new>
#include <stdexcept>

#include "libreview/store/digest.hpp"
#include "libreview/store/pragmas.hpp"
#include "libreview/store/schema.hpp"
#include "libreview/store/store_broken.hpp"
#include "libreview/store/store_file.hpp"
#include "libreview/store/system_random.hpp"

namespace review {
namespace {

/// How long an opener waits for the process before it to let go, in milliseconds.
constexpr int patience = 250;
/// The length of the write-ahead log, in pages, at which it is moved into the file.
constexpr int long_log = 1000;

/// SQLite takes a name that begins with `file:` for an address with options; an absolute path never does.
std::filesystem::path plain_path(const std::filesystem::path& file) {
  return file.empty() ? file : std::filesystem::absolute(file);
}

int remember_length(void* length, sqlite3*, const char*, int pages) {
  *static_cast<int*>(length) = pages;
  return SQLITE_OK;
}

void write_marks(SQLite::Database& database, bool practice) {
  SystemRandom random;
  std::array<std::uint8_t, 32> key{};
  random.fill(key);
  SQLite::Statement mark(database, "INSERT INTO meta(name, value) VALUES ('practice', ?), ('key', ?)");
  mark.bind(1, practice ? "yes" : "no");
  mark.bind(2, to_hex(key));
  mark.exec();
}

/// What keeps a store from being opened, in words.
Refusal not_opened(const SQLite::Exception& error, const std::filesystem::path& file) {
  const auto name = file.string();
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Code::busy, fmt::format("Another process holds {}: a daemon that runs, for example. Stop it, or ask it "
                                      "through --server.",
                                      name)};
    case SQLITE_NOTADB:
      return {Code::malformed, fmt::format("{} is not a store of child safeguarding reviews.", name)};
    case SQLITE_CORRUPT:
      return {Code::read_only, fmt::format("{} is damaged: {}. Keep it, and restore a backup.", name, error.what())};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return {Code::not_permitted, fmt::format("Cannot open {}: {}.", name, error.what())};
    case SQLITE_FULL:
      return {Code::store_full, fmt::format("The disk is full: {} cannot be opened.", name)};
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw StoreBroken(fmt::format("Cannot open {}: {}.", name, error.what()));
  }
}

}  // namespace

Store::Store(const std::filesystem::path& file, int flags)
    : file_(file), database_(file.empty() ? std::string(":memory:") : file.string(), flags, patience) {
  set_pragmas(database_, file.empty());
  sqlite3_wal_hook(database_.getHandle(), remember_length, &log_pages_);
}

Store::~Store() {
  rollback();
  if (broken_) sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<std::unique_ptr<Store>> Store::reach(const std::filesystem::path& file, bool may_create, bool practice) {
  try {
    std::unique_ptr<Store> store(new Store(file, SQLite::OPEN_READWRITE | (file.empty() ? SQLite::OPEN_CREATE : 0)));
    auto& database = store->database_;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const auto fresh = is_empty(database);
    if (fresh && !may_create)
      return refuse(Code::malformed, fmt::format("{} is empty: no store was made in it.", file.string()));
    if (auto ready = bring_up_to_date(database); !ready) return refuse(std::move(ready.error()));
    if (fresh) write_marks(database, practice);
    transaction.commit();
    store->load_marks();
    return store;
  } catch (const SQLite::Exception& error) {
    return refuse(not_opened(error, file));
  }
}

void Store::load_marks() {
  auto row = prepare("SELECT value FROM meta WHERE name = ?");
  if (!row.with(std::string_view("practice")).step()) throw StoreBroken("The store does not say whether it is real.");
  practice_ = row.text(0) != "no";
  auto second = prepare("SELECT value FROM meta WHERE name = ?");
  const auto key = second.with(std::string_view("key")).step() ? digest_from_hex(second.text(0)) : std::nullopt;
  if (!key) throw StoreBroken("The store has lost its key for digests.");
  key_ = as_text(*key);
}

Result<std::unique_ptr<Store>> Store::open(const std::filesystem::path& file) {
  const auto path = plain_path(file);
  if (auto safe = private_file(path); !safe) return refuse(std::move(safe.error()));
  return reach(path, false, false);
}

Result<std::unique_ptr<Store>> Store::create(const std::filesystem::path& file, bool practice) {
  const auto path = plain_path(file);
  if (auto made = make_private_file(path); !made) return refuse(std::move(made.error()));
  return reach(path, true, practice);
}

Result<std::unique_ptr<Store>> Store::open_or_create(const std::filesystem::path& file, bool practice) {
  const auto path = plain_path(file);
  auto safe = private_file(path);
  if (!safe && safe.error().code == Code::not_found) safe = make_private_file(path);
  if (!safe) return refuse(std::move(safe.error()));
  auto store = reach(path, true, practice);
  if (store && practice && !(*store)->practice()) {
    return refuse(Code::not_permitted,
                  fmt::format("{} is a real store. A practice store is made as one, and stays one.", file.string()));
  }
  return store;
}

std::unique_ptr<Store> Store::in_memory(bool practice) {
  auto store = reach({}, true, practice);
  if (!store) throw StoreBroken(store.error().says);
  return std::move(*store);
}

Prepared Store::prepare(std::string_view sql) {
  auto shelf = shelves_.find(sql);
  if (shelf == shelves_.end()) shelf = shelves_.emplace(std::string(sql), Prepared::Shelf{}).first;
  if (shelf->second.empty()) {
    return {std::make_unique<SQLite::Statement>(database_, shelf->first), shelf->second};
  }
  auto statement = std::move(shelf->second.back());
  shelf->second.pop_back();
  return {std::move(statement), shelf->second};
}

bool Store::in_transaction() const { return sqlite3_get_autocommit(database_.getHandle()) == 0; }

void Store::require_transaction() const {
  if (!in_transaction()) throw std::logic_error("a write to the store outside a transaction");
}

void Store::require_whole() const {
  if (broken_) throw StoreBroken("The store has failed earlier and takes no more writes.");
}

void Store::begin() {
  if (in_transaction()) throw std::logic_error("a transaction is open in the store");
  require_whole();
  // A full disk or a reader is no harm here: the log grows on, and the next transaction tries again.
  if (log_pages_ >= long_log) static_cast<void>(checkpoint_now(SQLITE_CHECKPOINT_PASSIVE));
  try {
    prepare("BEGIN IMMEDIATE").run();
  } catch (const SQLite::Exception& error) {
    unreadable(error);
  }
}

Result<void> Store::commit() {
  require_transaction();
  return attempt([this]() -> Result<void> {
    prepare("COMMIT").run();
    return {};
  });
}

void Store::rollback() noexcept {
  if (in_transaction()) database_.tryExec("ROLLBACK");
}

int Store::checkpoint_now(int mode) {
  require_whole();
  const auto outcome = sqlite3_wal_checkpoint_v2(database_.getHandle(), "main", mode, nullptr, nullptr);
  if (outcome == SQLITE_OK) log_pages_ = 0;
  if (outcome != SQLITE_OK && outcome != SQLITE_FULL && outcome != SQLITE_BUSY) {
    broken_ = true;
    throw StoreBroken(fmt::format("The store cannot be written: {}.", sqlite3_errstr(outcome)));
  }
  return outcome;
}

Result<void> Store::checkpoint() {
  if (in_transaction()) throw std::logic_error("no checkpoint inside a transaction");
  switch (checkpoint_now(SQLITE_CHECKPOINT_TRUNCATE)) {
    case SQLITE_FULL:
      return refuse(Code::store_full, "The disk is full: the write-ahead log stays as it is until there is room.");
    case SQLITE_BUSY:
      return refuse(Code::busy, "The store is being read: its write-ahead log stays until that has ended.");
    default:
      return {};
  }
}

Result<void> Store::scrub() {
  if (in_transaction()) throw std::logic_error("no scrubbing inside a transaction");
  auto rewritten = attempt([this]() -> Result<void> {
    database_.exec("VACUUM");
    return {};
  });
  return rewritten ? checkpoint() : rewritten;
}

Refusal Store::failed(const SQLite::Exception& error) {
  rollback();
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_FULL:
      return {Code::store_full,
              "The disk is full. Nothing was stored; what is stored can be read. Make room and send it "
              "again."};
    case SQLITE_READONLY:
      return {Code::read_only, "The store can be read but not written."};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Code::busy, "The store is busy. Nothing was stored; send it again."};
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
      if (error.getExtendedErrorCode() == SQLITE_IOERR_NOMEM) throw std::bad_alloc();
      broken_ = true;
      throw StoreBroken(fmt::format("The store cannot be written: {}.", error.getErrorStr()));
    default:
      throw;
  }
}

void Store::unreadable(const SQLite::Exception& error) {
  switch (error.getErrorCode() & 0xff) {
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISUSE:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      throw;  // a fault of this program in one question, not of the file
    default:
      throw StoreBroken(fmt::format("The store cannot be read: {}.", error.getErrorStr()));
  }
}

}  // namespace review
