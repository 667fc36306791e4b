#include "reviewd/web/sign_in/site.hpp"

#include <algorithm>

#include "reviewd/api/api.hpp"
#include "reviewd/api/misnamed_record.hpp"
#include "reviewd/api/proof_table.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/identity/reader_of.hpp"
#include "reviewd/storage/store_failure.hpp"
#include "reviewd/web/frame/asset.hpp"
#include "reviewd/web/frame/is_proved.hpp"
#include "reviewd/web/frame/page_answer.hpp"
#include "reviewd/web/frame/refusal_page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/home/information_pages.hpp"
#include "reviewd/web/return_link/return_page.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/proof.hpp"
#include "reviewd/web/sign_in/second_step.hpp"

namespace reviewd {
namespace {

/// What is kept of a form that came after its session was over is no longer than this.
constexpr std::size_t most_kept = 128 * 1024;

/// What the form sent, if it is of the type that its page takes.
std::optional<NameValues> form_of(const Request& request, const RouteMatch& match) {
  const auto* page = page_of(match);
  if (page != nullptr && page->takes_files) return form_values_beside_files(request);
  const auto type = request.header("Content-Type").value_or("");
  if (type.substr(0, type.find(';')) != "application/x-www-form-urlencoded") return std::nullopt;
  return form_values(request.body);
}

/// The visitor of a session that is live still; to ask makes it live no longer.
std::optional<review::Reader> reader_by(Storage& storage, const std::string& line) {
  const auto session = storage.sessions().look(line, now(std::nullopt).now);
  const auto account = session ? storage.accounts().find(session->person) : std::nullopt;
  const auto role = account && account->disabled.empty() ? review::find_role(account->role) : std::nullopt;
  if (!role) return std::nullopt;
  return reader_of(storage, account->person, *role, account->agency);
}

/// What somebody may see who has yet to set up a second step.
bool is_account_page(const std::string& path) {
  return path == "/account" || path.starts_with("/account/") || path.starts_with("/confirm-it-is-you");
}

}  // namespace

const std::vector<Site::Own>& Site::own() {
  static const std::vector<Own> rows = {
      {"GET", "/sign-in", "signInPage", &Site::show_sign_in},
      {"POST", "/sign-in", "signIn", &Site::sign_in},
      {"GET", "/sign-in/code", "codePage", &Site::show_code},
      {"POST", "/sign-in/code", "giveCode", &Site::give_code},
      {"POST", "/sign-out", "signOut", &Site::sign_out},
      {"GET", "/invitation/{invitation}", "invitationPage", &Site::show_invitation},
      {"POST", "/invitation/{invitation}", "takeUpInvitation", &Site::take_up_invitation},
      {"GET", "/session", "showSession", &Site::show_session},
      {"POST", "/session/extend", "extendSession", &Site::extend_session},
      {"POST", "/account/password", "changePassword", &Site::change_password},
      {"POST", "/confirm-it-is-you", "confirm", &Site::confirm},
      {"GET", "/feeds/{feed}", "readFeed", &Site::read_feed},
  };
  return rows;
}

const std::vector<Site::Own>& Site::own_with_sign_on() {
  static const std::vector<Own> rows = {
      {"GET", "/sign-in/council", "beginSignOn", &Site::begin_sign_on},
      {"GET", "/sign-in/council/return", "endSignOn", &Site::end_sign_on},
      {"POST", "/invitation/{invitation}/council", "linkSignOn", &Site::link_sign_on},
      {"POST", "/confirm-it-is-you/council", "confirmBySignOn", &Site::confirm_by_sign_on},
  };
  return rows;
}

std::vector<Route> Site::routes(bool sign_on) {
  std::vector<Route> all;
  for (const auto& row : own()) all.push_back({row.method, row.pattern, row.name});
  if (sign_on) {
    for (const auto& row : own_with_sign_on()) all.push_back({row.method, row.pattern, row.name});
  }
  for (const auto& page : return_pages()) all.push_back({page.method, page.pattern, page.name});
  for (const auto& page : pages()) all.push_back({page.method, page.pattern, page.name});
  return all;
}

Site::Site(StorageThread& storage, std::shared_ptr<SlowAnswers> slow, bool practice, const Config& config,
           Metrics& metrics, std::unique_ptr<SignOn> sign_on)
    : storage_(storage),
      practice_(practice),
      router_(routes(sign_on != nullptr)),
      passwords_(config.pepper),
      gate_(config.sign_in),
      feed_gate_(config.sign_in),
      sign_on_(std::move(sign_on)),
      slow_answers_(std::move(slow)) {
  metrics.gauge("review_passwords_compared", "Passwords compared since the start, whether or not somebody has the name",
                [this] { return static_cast<double>(passwords_.compared()); });
}

bool Site::has(const Request& request) {
  const auto& path = request.path;
  const auto& open = Api::open_routes();
  const bool of_api = path == "/v1" || path.starts_with("/v1/") ||
                      std::any_of(open.begin(), open.end(), [&](const Route& route) { return route.pattern == path; });
  return !of_api;
}

void Site::handle(Request request, Answer answer) {
  if (auto found = asset(request)) return answer(std::move(*found));
  auto match = router_.match(request.method, request.segments);
  const auto route = match.route == nullptr ? std::string() : match.route->name;
  const Answer as_page = [answer = std::move(answer), route](Response response) {
    response.route = route;
    answer(as_page_answer(std::move(response)));
  };
  if (match.kind == RouteMatch::Kind::method_not_allowed || match.kind == RouteMatch::Kind::options) {
    return as_page(*answer_without_route(match, request.request_id));
  }
  NameValues form;
  if (request.method != "GET") {
    auto values = form_of(request, match);
    if (!is_from_here(request) || !values) {
      if (route == "extendSession") {
        return as_page(problem(review::Refusal{review::Code::not_permitted, "This request is not from a page."},
                               request.request_id));
      }
      return as_page(render_open(403, "not_from_here", {{"title", "This form could not be taken"}}, practice_));
    }
    form = std::move(*values);
  }
  const auto asked =
      std::make_shared<const Asked>(Asked{std::move(request), std::move(match), std::move(form), as_page});
  for (const auto* rows : {&own(), &own_with_sign_on()}) {
    for (const auto& row : *rows) {
      if (route == row.name) return (this->*row.answer)(asked);
    }
  }
  if (const auto* page = return_page_of(asked->match)) {
    return write(
        asked,
        [asked, page](Storage& storage) {
          ReturnCall call{asked->request, asked->match, asked->form, storage};
          return page->answer(call);
        },
        asked->request.method == "GET");
  }
  answer_page(asked);
}

void Site::read(const Shared& asked, std::function<Response(Storage&)> work) {
  const auto refuse = [asked, practice = practice_](const review::Refusal& refusal) {
    asked->answer(refusal_page(refusal, practice));
  };
  const bool queued = storage_.read({[slow = slow_answers_, asked, work, refuse](Storage& storage) {
                                       slow->give(work(storage), asked->answer, refuse);
                                     },
                                     refuse});
  if (!queued) refuse(too_much_waits());
}

void Site::write(const Shared& asked, std::function<Response(Storage&)> work, bool goes_on) {
  const auto refuse = [asked, practice = practice_](const review::Refusal& refusal) {
    asked->answer(refusal_page(refusal, practice));
  };
  const bool queued = storage_.write(
      {[slow = slow_answers_, asked, work, refuse](Storage& storage) {
         auto response = std::make_shared<Response>(work(storage));
         const bool full = response->status == 507;
         return Written{[slow, asked, response, refuse] { slow->give(std::move(*response), asked->answer, refuse); },
                        full};
       },
       refuse, goes_on});
  if (!queued) refuse(too_much_waits());
}

void Site::slowly(const Shared& asked, const std::function<std::optional<Response>(PageCall&, const Known&)>& begin) {
  const auto work = [this, asked, begin](Storage& storage) {
    bool begun = false;
    auto response = for_known(storage, *asked, [&](PageCall& call, const Known& who) {
      auto at_once = begin(call, who);
      begun = !at_once;
      return begun ? Response{} : std::move(*at_once);
    });
    if (!begun) asked->answer(std::move(response));
  };
  const auto refuse = [asked, practice = practice_](const review::Refusal& refusal) {
    asked->answer(refusal_page(refusal, practice));
  };
  if (!storage_.read({work, refuse})) refuse(too_much_waits());
}

SignInTry Site::attempt_of(const Known& who, const PageCall& call) {
  const auto session = call.storage.sessions().look(who.line, now(std::nullopt).now);
  return {who.account.person + " again", session ? session->id : std::string(), call.request.peer};
}

void Site::answer_page(const Shared& asked) {
  // What has transactions of its own runs between commits, and so records what it shows in one of its own.
  const auto* page = page_of(asked->match);
  if (page != nullptr && page->use == Use::alone) {
    return read(asked, [this, asked](Storage& storage) { return page_for(storage, *asked); });
  }
  // Also a page that only shows: what it shows is recorded, in a commit that it shares with others, before it leaves.
  const bool shows = asked->request.method == "GET" || (page != nullptr && page->use == Use::read);
  write(
      asked, [this, asked](Storage& storage) { return page_for(storage, *asked); }, shows);
}

std::string Site::keep_typed(Storage& storage, const Asked& asked) {
  const auto* page = asked.request.method == "POST" ? page_of(asked.match) : nullptr;
  if (page == nullptr || page->keep == nullptr || asked.request.body.size() > most_kept) return {};
  const auto session = session_of(asked.request);
  if (!is_form_token(value_of(asked.form, "formToken"), session)) return {};
  const auto account = storage.sessions().over(session, now(std::nullopt).now);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  if (!role) return {};
  const Visitor visitor{account->person, *role, reader_of(storage, account->person, *role, account->agency), ""};
  PageCall call{asked.request, asked.match, storage, visitor, storage.moment()};
  return page->keep(call);
}

std::optional<Site::Known> Site::known(Storage& storage, const Request& request) {
  auto line = session_of(request);
  auto account = storage.sessions().find(line, now(std::nullopt).now);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  if (!role) return std::nullopt;
  return Known{std::move(*account), *role, std::move(line)};
}

Response Site::for_known(Storage& storage, const Asked& asked,
                         const std::function<Response(PageCall&, const Known&)>& work) const {
  const auto who = known(storage, asked.request);
  if (!who) {
    if (auto open = open_information(asked.match, asked.request, storage)) return std::move(*open);
    if (const auto kept = keep_typed(storage, asked); !kept.empty()) {
      return see_other("/sign-in?kept=yes&then=" + percent_encoded(kept));
    }
    // Back to a page that there is, without what was asked of it: that may hold anything.
    const bool found = asked.match.kind == RouteMatch::Kind::found && asked.request.method == "GET";
    const bool elsewhere = found && asked.request.path != "/";
    return see_other(elsewhere ? "/sign-in?then=" + percent_encoded(asked.request.path) : "/sign-in");
  }
  if (asked.request.method != "GET" && !is_form_token(value_of(asked.form, "formToken"), who->line)) {
    return render_open(403, "not_from_here", {{"title", "This form could not be taken"}}, practice_);
  }
  const Visitor visitor{who->account.person, who->role,
                        reader_of(storage, who->account.person, who->role, who->account.agency), form_token(who->line)};
  PageCall call{asked.request, asked.match, storage, visitor, storage.moment()};
  call.find_reader = [line = who->line](Storage& later) { return reader_by(later, line); };
  auto response = work(call, *who);
  if (const auto recorded = storage.record_shown(visitor.reader); !recorded) {
    response = refusal_page(recorded.error(), practice_);
    response.status = 507;
  }
  return response;
}

Response Site::page_for(Storage& storage, const Asked& asked) const {
  return for_known(storage, asked, [&](PageCall& call, const Known& who) {
    const auto* page = page_of(asked.match);
    if (page == nullptr || misnamed_record(asked.match)) return refused_page(call, 404, {});
    if (!is_account_page(asked.request.path) && must_set_up_second_step(storage, who.account)) {
      return see_other("/account/second-step");
    }
    if (needs_proof(page->name, asked.request) && !is_proved(call)) return ask_for_proof(call);
    auto response = page->answer(call);
    return call.wants_proof ? ask_for_proof(call) : std::move(response);
  });
}

}  // namespace reviewd
