#include "reviewd/storage/work_out.hpp"

#include <catch2/catch.hpp>
#include <memory>

#include "reviewd/http/answer_head.hpp"
#include "reviewd/http/then.hpp"
#include "reviewd/storage/open_storage.hpp"

/// An answer of which something is still to be worked out, where no service runs: it is whole when it is given.
namespace reviewd {
namespace {

std::unique_ptr<Storage> a_store() { return open_storage(review::Store::in_memory(true), {}).value(); }

/// Lines 1 to `count`, one a part; the part after `last_good` is refused.
RestInParts lines(int count, int last_good) {
  const auto made = std::make_shared<Response>();
  const auto at = std::make_shared<int>(0);
  return {"ann", [=](Storage& storage) -> review::Result<RestInParts::Take> {
            CHECK(storage.store().in_transaction());
            if (*at == last_good) return review::refuse(review::Code::not_permitted, "No more.");
            return RestInParts::Take([=]() -> std::optional<Response> {
              made->body += std::to_string(++*at) + "\n";
              return *at == count ? std::optional(*made) : std::nullopt;
            });
          }};
}

Response later(std::variant<std::monostate, SlowPart, RestInParts> rest) {
  Response response;
  response.rest = std::move(rest);
  return response;
}

TEST_CASE("What is worked out in parts is whole without a service, or refused", "[unit]") {
  const auto storage = a_store();
  const auto whole = work_out(later(lines(3, 99)), *storage);
  REQUIRE(whole);
  CHECK(whole->body == "1\n2\n3\n");
  CHECK(whole->is_whole());
  const auto refused = work_out(later(lines(3, 2)), *storage);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == review::Code::not_permitted);
  CHECK_FALSE(storage->store().in_transaction());
}

/// Two lines, of which the last leaves something that needs no store.
RestInParts lines_written_out() {
  auto parts = lines(2, 99);
  parts.next = [next = parts.next](Storage& store) -> review::Result<RestInParts::Take> {
    auto take = next(store);
    if (!take) return take;
    return RestInParts::Take([take = *take]() -> std::optional<Response> {
      const auto whole = take();
      if (!whole) return std::nullopt;
      return later(SlowPart{SlowPart::Line::written, "ann", [body = whole->body](const std::stop_token&) {
                              return Response{200, "text/plain", body + "written"};
                            }});
    });
  };
  return parts;
}

TEST_CASE("What the last part leaves to be worked out is worked out too, with what is done to it then", "[unit]") {
  const auto storage = a_store();
  CHECK(work_out(later(lines_written_out()), *storage)->body == "1\n2\nwritten");
  const auto loud = then(later(lines_written_out()), [](Response whole) {
    whole.body += "!";
    return whole;
  });
  CHECK(work_out(loud, *storage)->body == "1\n2\nwritten!");
}

/// Something read without the store, which leaves two parts, each in no transaction but its own.
Response read_then_tried() {
  const auto tried = std::make_shared<int>(0);
  RestInParts parts{"ann",
                    [tried](Storage& storage) -> review::Result<RestInParts::Take> {
                      CHECK_FALSE(storage.store().in_transaction());
                      const bool last = ++*tried == 2;
                      return RestInParts::Take([last]() -> std::optional<Response> {
                        return last ? std::optional(Response{200, "text/plain", "tried"}) : std::nullopt;
                      });
                    },
                    true};
  return later(SlowPart{SlowPart::Line::checks, "ann", [parts](const std::stop_token&) { return later(parts); }});
}

TEST_CASE("What was read without the store may leave parts, which are tried between commits", "[unit]") {
  const auto storage = a_store();
  CHECK(work_out(read_then_tried(), *storage)->body == "tried");
  const auto loud = then(read_then_tried(), [](Response whole) {
    whole.body += "!";
    return whole;
  });
  CHECK(work_out(loud, *storage)->body == "tried!");
  const auto printed =
      then_in_line(read_then_tried(), SlowPart::Line::papers, "ann", [](Response whole, const std::stop_token&) {
        whole.body += " and printed";
        return whole;
      });
  CHECK(work_out(printed, *storage)->body == "tried and printed");
}

TEST_CASE("What takes long is on record without a service too, where it is done", "[unit]") {
  const auto storage = a_store();
  int noted = 0;
  review::Result<void> record{};
  const auto asked = [&](int status) {
    return work_out(later(SlowPart{SlowPart::Line::copies, "ann",
                                   [status](const std::stop_token&) {
                                     return Response{status, "text/plain", "done"};
                                   },
                                   [&](Storage&) {
                                     ++noted;
                                     return record;
                                   }}),
                    *storage);
  };
  CHECK(asked(413)->status == 413);
  CHECK(noted == 0);
  CHECK(asked(200)->body == "done");
  CHECK(noted == 1);
  record = review::refuse(review::Code::store_full, "There is no room.");
  CHECK(asked(200).error().code == review::Code::store_full);
}

TEST_CASE("An answer that is whole is given as it is, and one that is not cannot be sent", "[unit]") {
  const auto storage = a_store();
  CHECK(work_out({200, "text/plain", "here"}, *storage)->body == "here");
  CHECK(is_sendable({200, "text/plain", "here"}));
  CHECK_FALSE(is_sendable(later(lines(1, 99))));
}

TEST_CASE("What is done in a line of its own is done last, whatever is left of the answer, and once", "[unit]") {
  const auto storage = a_store();
  const auto in_line = [](Response response) {
    return then_in_line(std::move(response), SlowPart::Line::papers, "bob", [](Response whole, const std::stop_token&) {
      whole.body += " printed";
      return whole;
    });
  };
  for (auto& [response, body] :
       std::vector<std::pair<Response, std::string>>{{Response{200, "text/plain", "here"}, "here printed"},
                                                     {later(lines(2, 99)), "1\n2\n printed"},
                                                     {later(lines_written_out()), "1\n2\nwritten printed"}}) {
    auto waiting = in_line(std::move(response));
    CHECK_FALSE(waiting.is_whole());
    const auto done = work_out(std::move(waiting), *storage);
    REQUIRE(done);
    CHECK(done->is_whole());
    CHECK(done->body == body);
  }
  // The line and whose it is are the new ones.
  const auto part =
      in_line(later(SlowPart{SlowPart::Line::written, "ann", [](const std::stop_token&) { return Response{200}; }}));
  CHECK(std::get<SlowPart>(part.rest).line == SlowPart::Line::papers);
  CHECK(std::get<SlowPart>(part.rest).person == "bob");
}

}  // namespace
}  // namespace reviewd
