#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "reviewd/base/slow_work.hpp"
#include "reviewd/feeds/feed_gate.hpp"
#include "reviewd/http/metrics.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/identity/oidc/sign_on.hpp"
#include "reviewd/identity/passwords.hpp"
#include "reviewd/identity/sign_in_gate.hpp"
#include "reviewd/settings/config.hpp"
#include "reviewd/storage/slow_answers.hpp"
#include "reviewd/storage/storage_thread.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The pages, for people in a browser. Signs them in and out, and hands their requests to the pages.
class Site {
 public:
  /// Storage and metrics must outlive the site. `slow` gives what takes long, for the API too. Without `sign_on` nobody
  /// signs on with another account.
  Site(StorageThread& storage, std::shared_ptr<SlowAnswers> slow, bool practice, const Config& config, Metrics& metrics,
       std::unique_ptr<SignOn> sign_on = nullptr);

  /// Whether the address is one of a page, and not of the API.
  [[nodiscard]] static bool has(const Request& request);
  void handle(Request request, Answer answer);

  /// Every page, also those before anybody is signed in and those of a link; with `sign_on` those too with which people
  /// sign on with another account.
  [[nodiscard]] static std::vector<Route> routes(bool sign_on);

 private:
  struct Asked;
  using Shared = std::shared_ptr<const Asked>;
  /// An address that is answered before anybody is signed in, or that needs slow work.
  struct Own {
    const char* method;
    const char* pattern;
    const char* name;
    void (Site::*answer)(const Shared&);
  };
  /// Somebody who is signed in.
  struct Known {
    review::Account account;
    review::Role role;
    std::string line;  ///< of the session
  };

  [[nodiscard]] static const std::vector<Own>& own();
  /// Those of `own` that only answer where people sign on with another account.
  [[nodiscard]] static const std::vector<Own>& own_with_sign_on();

  void show_sign_in(const Shared& asked);
  void sign_in(const Shared& asked);
  void show_code(const Shared& asked);
  void give_code(const Shared& asked);
  void show_invitation(const Shared& asked);
  void take_up_invitation(const Shared& asked);
  void sign_out(const Shared& asked);
  void begin_sign_on(const Shared& asked);
  void link_sign_on(const Shared& asked);
  void end_sign_on(const Shared& asked);
  /// The words on the button for another account; empty if there is none.
  [[nodiscard]] std::string sign_on_words() const { return sign_on_ ? sign_on_->words() : std::string(); }
  void show_session(const Shared& asked);
  void extend_session(const Shared& asked);
  void change_password(const Shared& asked);
  void confirm(const Shared& asked);
  void confirm_by_sign_on(const Shared& asked);
  /// A calendar fetches its reminders, by the secret in the address. Guesses count by address of the other end.
  void read_feed(const Shared& asked);
  /// Sends the form that waited for the proof, in the session whose line is `line` now and was `line_before`.
  void carry_on(const Shared& asked, const std::string& line_before, const std::string& line);

  void answer_page(const Shared& asked);
  /// A form came after its session was over by time alone: what was typed is kept for the person whose session it was,
  /// who finds it at the address given. Empty where nothing is kept.
  [[nodiscard]] static std::string keep_typed(Storage& storage, const Asked& asked);
  [[nodiscard]] Response page_for(Storage& storage, const Asked& asked) const;
  [[nodiscard]] static std::optional<Known> known(Storage& storage, const Request& request);
  /// Answers as a page does, to who is signed in and sent a form of this session; else sends them to sign in.
  [[nodiscard]] Response for_known(Storage& storage, const Asked& asked,
                                   const std::function<Response(PageCall&, const Known&)>& work) const;
  /// Does the work on the storage thread, in a transaction, and answers with what it gives; also while the disk is
  /// full, unless it is said that it does not go on then.
  void write(const Shared& asked, std::function<Response(Storage&)> work, bool goes_on = true);
  void read(const Shared& asked, std::function<Response(Storage&)> work);

  /// Begins slow work for who is signed in: answers at once with what `begin` gives, or, where it gives nothing, leaves
  /// the answer to the work that it began.
  void slowly(const Shared& asked, const std::function<std::optional<Response>(PageCall&, const Known&)>& begin);
  /// Somebody who is signed in shows again who they are: guesses count by session.
  [[nodiscard]] static SignInTry attempt_of(const Known& who, const PageCall& call);

  StorageThread& storage_;
  bool practice_;
  Router router_;
  Passwords passwords_;
  SignInGate gate_;
  FeedGate feed_gate_;
  SlowWork slow_;
  std::unique_ptr<SignOn> sign_on_;
  std::shared_ptr<SlowAnswers> slow_answers_;  ///< what waits for storage keeps it too
};

}  // namespace reviewd
