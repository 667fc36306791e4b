#include "libreview/store/prepared.hpp"

namespace review {

Prepared::Prepared(std::unique_ptr<SQLite::Statement> statement, Shelf& shelf)
    : statement_(std::move(statement)), shelf_(&shelf) {}

Prepared::~Prepared() {
  if (!statement_) return;
  statement_->tryReset();
  try {
    statement_->clearBindings();
    shelf_->push_back(std::move(statement_));
  } catch (...) {
    statement_.reset();  // a statement that cannot be kept is compiled again
  }
}

}  // namespace review
