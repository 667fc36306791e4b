#include "reviewd/web/site.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/identity/reader_of.hpp"
#include "reviewd/now.hpp"
#include "reviewd/returns/return_page.hpp"
#include "reviewd/web/asked.hpp"
#include "reviewd/web/asset.hpp"
#include "reviewd/web/information_pages.hpp"
#include "reviewd/web/page_answer.hpp"
#include "reviewd/web/render.hpp"
#include "reviewd/web/session_cookie.hpp"

namespace reviewd {
namespace {

/// What is kept of a form that came after its session was over is no longer than this.
constexpr std::size_t most_kept = 128 * 1024;

std::vector<Route> page_routes(bool sign_on) {
  std::vector<Route> all = {{"GET", "/sign-in", "signInPage"},
                            {"POST", "/sign-in", "signIn"},
                            {"POST", "/sign-out", "signOut"},
                            {"GET", "/invitation/{invitation}", "invitationPage"},
                            {"POST", "/invitation/{invitation}", "takeUpInvitation"}};
  if (sign_on) {
    all.insert(all.end(), {{"GET", "/sign-in/council", "beginSignOn"},
                           {"GET", "/sign-in/council/return", "endSignOn"},
                           {"POST", "/invitation/{invitation}/council", "linkSignOn"}});
  }
  for (const auto& page : return_pages()) all.push_back({page.method, page.pattern, page.name});
  for (const auto& page : pages()) all.push_back({page.method, page.pattern, page.name});
  return all;
}

/// What the form sent, if it is of the type that its page takes.
std::optional<NameValues> form_of(const Request& request, const RouteMatch& match) {
  const auto* page = page_of(match);
  if (page != nullptr && page->takes_files) return form_values_beside_files(request);
  const auto type = request.header("Content-Type").value_or("");
  if (type.substr(0, type.find(';')) != "application/x-www-form-urlencoded") return std::nullopt;
  return form_values(request.body);
}

}  // namespace

Site::Site(StorageThread& storage, bool practice, std::unique_ptr<SignOn> sign_on)
    : storage_(storage), practice_(practice), router_(page_routes(sign_on != nullptr)), sign_on_(std::move(sign_on)) {}

bool Site::has(const Request& request) {
  const auto& path = request.path;
  const bool of_api = path == "/v1" || path.starts_with("/v1/");
  return !of_api && path != "/healthz" && path != "/readyz" && path != "/metrics" && path != "/openapi.json";
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
      return as_page(render_open(403, "not_from_here", {{"title", "This form could not be taken"}}, practice_));
    }
    form = std::move(*values);
  }
  const auto asked =
      std::make_shared<const Asked>(Asked{std::move(request), std::move(match), std::move(form), as_page});
  if (route == "signIn") return sign_in(asked);
  if (route == "takeUpInvitation") return take_up_invitation(asked);
  if (route == "signOut") return sign_out(asked);
  if (route == "signInPage") return show_sign_in(asked);
  if (route == "invitationPage") return show_invitation(asked);
  if (route == "beginSignOn") return begin_sign_on(asked);
  if (route == "endSignOn") return end_sign_on(asked);
  if (route == "linkSignOn") return link_sign_on(asked);
  if (const auto* page = return_page_of(asked->match)) {
    return write(asked, [asked, page](Storage& storage) {
      ReturnCall call{asked->request, asked->match, asked->form, storage};
      return page->answer(call);
    });
  }
  answer_page(asked);
}

void Site::read(const Shared& asked, std::function<Response(Storage&)> work) {
  const auto refuse = [asked, practice = practice_](const review::Refusal& refusal) {
    asked->answer(render_open(503, "cannot_answer",
                              {{"title", "The service cannot answer at this moment"}, {"says", refusal.says}},
                              practice));
  };
  const bool queued = storage_.read({[asked, work](Storage& storage) { asked->answer(work(storage)); }, refuse});
  if (!queued) refuse({review::Code::busy, "Too much waits at this moment. Try again in a few seconds."});
}

void Site::write(const Shared& asked, std::function<Response(Storage&)> work) {
  const auto refuse = [asked, practice = practice_](const review::Refusal& refusal) {
    asked->answer(render_open(503, "cannot_answer",
                              {{"title", "The service cannot answer at this moment"}, {"says", refusal.says}},
                              practice));
  };
  const bool queued =
      storage_.write({[asked, work](Storage& storage) {
                        auto response = std::make_shared<Response>(work(storage));
                        const bool full = response->status == 507;
                        return Written{[asked, response] { asked->answer(std::move(*response)); }, full};
                      },
                      refuse});
  if (!queued) refuse({review::Code::busy, "Too much waits at this moment. Try again in a few seconds."});
}

void Site::answer_page(const Shared& asked) {
  // Also a page that only shows: what it shows is recorded, in a commit that it shares with others, before it leaves.
  write(asked, [this, asked](Storage& storage) { return page_for(storage, *asked); });
}

std::string Site::keep_typed(Storage& storage, const Asked& asked) {
  const auto* page = asked.request.method == "POST" ? page_of(asked.match) : nullptr;
  if (page == nullptr || page->keep == nullptr || asked.request.body.size() > most_kept) return {};
  const auto session = session_of(asked.request);
  if (!is_form_token(value_of(asked.form, "formToken"), session)) return {};
  const auto account = storage.sessions().over(session, now(std::nullopt).now);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  if (!role) return {};
  const Visitor visitor{account->person, *role, reader_of(storage, account->person, *role), ""};
  PageCall call{asked.request, asked.match, storage, visitor, storage.moment()};
  return page->keep(call);
}

Response Site::page_for(Storage& storage, const Asked& asked) const {
  const auto session = session_of(asked.request);
  const auto account = storage.sessions().find(session, now(std::nullopt).now);
  const auto role = account ? review::find_role(account->role) : std::nullopt;
  if (!role) {
    if (auto open = open_information(asked.match, asked.request, storage)) return std::move(*open);
    if (const auto kept = keep_typed(storage, asked); !kept.empty()) {
      return see_other("/sign-in?kept=yes&then=" + percent_encoded(kept));
    }
    // Back to a page that there is, without what was asked of it: that may hold anything.
    const bool known = asked.match.kind == RouteMatch::Kind::found && asked.request.method == "GET";
    const bool elsewhere = known && asked.request.path != "/";
    return see_other(elsewhere ? "/sign-in?then=" + percent_encoded(asked.request.path) : "/sign-in");
  }
  const Visitor visitor{account->person, *role, reader_of(storage, account->person, *role), form_token(session)};
  PageCall call{asked.request, asked.match, storage, visitor, storage.moment()};
  const auto* page = page_of(asked.match);
  if (page == nullptr) return refused_page(call, 404, {});
  if (asked.request.method != "GET" && !is_form_token(value_of(asked.form, "formToken"), session)) {
    return render_open(403, "not_from_here", {{"title", "This form could not be taken"}}, practice_);
  }
  auto response = page->answer(call);
  if (const auto recorded = storage.record_shown(visitor.reader); !recorded) {
    return render_open(507, "cannot_answer",
                       {{"title", "The service cannot answer at this moment"}, {"says", recorded.error().says}},
                       practice_);
  }
  return response;
}

}  // namespace reviewd
