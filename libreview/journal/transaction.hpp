#pragma once

#include "libreview/journal/journal.hpp"

namespace review {

/// One transaction, which one commit may end; otherwise it is rolled back when it goes out of scope.
class Transaction {
 public:
  explicit Transaction(Journal& journal) : journal_(journal) { journal_.begin(); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() { journal_.rollback(); }

  /// See Journal::commit.
  Result<void> commit() { return journal_.commit(); }

 private:
  Journal& journal_;
};

}  // namespace review
