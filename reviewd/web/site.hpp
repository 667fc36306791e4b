#pragma once

#include <functional>
#include <memory>

#include "reviewd/http/router.hpp"
#include "reviewd/identity/guesses.hpp"
#include "reviewd/identity/oidc/sign_on.hpp"
#include "reviewd/identity/slow_work.hpp"
#include "reviewd/storage_thread.hpp"
#include "reviewd/web/page.hpp"

namespace reviewd {

/// The pages, for people in a browser. Signs them in and out, and hands their requests to the pages.
class Site {
 public:
  /// `storage` must outlive the site. Without `sign_on` nobody signs on with another account.
  Site(StorageThread& storage, bool practice, std::unique_ptr<SignOn> sign_on = nullptr);

  /// Whether the address is one of a page, and not of the API.
  [[nodiscard]] static bool has(const Request& request);
  void handle(Request request, Answer answer);

 private:
  struct Asked;
  using Shared = std::shared_ptr<const Asked>;

  void show_sign_in(const Shared& asked);
  void sign_in(const Shared& asked);
  void show_invitation(const Shared& asked);
  void take_up_invitation(const Shared& asked);
  void sign_out(const Shared& asked);
  void begin_sign_on(const Shared& asked);
  void link_sign_on(const Shared& asked);
  void end_sign_on(const Shared& asked);
  /// The words on the button for another account; empty if there is none.
  [[nodiscard]] std::string sign_on_words() const { return sign_on_ ? sign_on_->words() : std::string(); }
  void answer_page(const Shared& asked);
  /// A form came after its session was over by time alone: what was typed is kept for the person whose session it was,
  /// who finds it at the address given. Empty where nothing is kept.
  [[nodiscard]] static std::string keep_typed(Storage& storage, const Asked& asked);
  [[nodiscard]] Response page_for(Storage& storage, const Asked& asked) const;
  /// Does the work on the storage thread, in a transaction, and answers with what it gives.
  void write(const Shared& asked, std::function<Response(Storage&)> work);
  void read(const Shared& asked, std::function<Response(Storage&)> work);

  StorageThread& storage_;
  bool practice_;
  Router router_;
  Guesses guesses_;
  SlowWork slow_;
  std::unique_ptr<SignOn> sign_on_;
};

}  // namespace reviewd
