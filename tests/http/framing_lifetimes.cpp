#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/http/framing_support.hpp"

using framing::Client;
using framing::get;
using framing::impatient;
using framing::post;
using framing::TestServer;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

void wait(int ms) { std::this_thread::sleep_for(milliseconds(ms)); }

/// A handler that keeps every Answer until the test gives it.
struct Kept {
  std::mutex mutex;
  std::vector<reviewd::Answer> answers;

  reviewd::Handler handler() {
    return [this](const reviewd::Request&, reviewd::Answer answer) {
      const std::lock_guard lock(mutex);
      answers.push_back(std::move(answer));
    };
  }
  reviewd::Answer next() {
    for (int i = 0; i < 2000; ++i) {
      {
        const std::lock_guard lock(mutex);
        if (!answers.empty()) {
          auto answer = std::move(answers.back());
          answers.pop_back();
          return answer;
        }
      }
      wait(1);
    }
    throw std::runtime_error("no request arrived");
  }
};

reviewd::Response plain(const std::string& body) { return {200, "text/plain", body, {}, "kept"}; }

}  // namespace

TEST_CASE("a header that trickles in is cut off at its deadline", "[service][http]") {
  TestServer server(impatient());
  Client client(server.port());
  const auto begun = steady_clock::now();
  bool alive = true;
  const std::string bytes = get("/", "A: " + std::string(1000, 'b') + "\r\n");
  for (std::size_t i = 0; alive && steady_clock::now() - begun < milliseconds(500); ++i) {
    alive = client.send(bytes.substr(i, 1));
    wait(20);
  }
  CHECK(client.reply().status == 408);
  CHECK(steady_clock::now() - begun < milliseconds(3000));
  CHECK(client.closes());
  CHECK(server.requests() == 0);
}

TEST_CASE("who connects and says nothing is let go without a word", "[service][http]") {
  TestServer server(impatient());
  Client client(server.port());
  client.patience = milliseconds(4000);
  CHECK(client.closes());
}

TEST_CASE("a body must come whole in time and at its rate", "[service][http]") {
  auto limits = impatient();
  limits.body_rate = 10'000;
  TestServer server(limits);
  {
    Client stalled(server.port());
    stalled.send(post("Content-Length: 100\r\n", "abc"));
    CHECK(stalled.reply().status == 408);
    CHECK(stalled.closes());
  }
  {
    Client steady(server.port());
    const auto begun = steady_clock::now();
    steady.send(post("Content-Length: 60000\r\n", ""));
    for (int i = 0; i < 6; ++i) {
      steady.send(std::string(3000, 'x'));
      wait(80);
    }
    CHECK(steady.reply().status == 408);
    CHECK(steady_clock::now() - begun > milliseconds(1300));
    CHECK(steady.closes());
  }
  Client quick(server.port());
  quick.send(post("Content-Length: 9000\r\n", std::string(6000, 'x')));
  wait(100);
  quick.send(std::string(3000, 'x'));
  CHECK(quick.reply().status == 200);
}

TEST_CASE("chunk lines with a bare LF end in a close, not in a request", "[service][http]") {
  TestServer server(impatient());
  Client client(server.port());
  client.send(post("Transfer-Encoding: chunked\r\n", "5\nhello\n0\n\n"));
  const int status = client.reply().status;
  CHECK((status == 400 || status == 408));
  CHECK(client.closes());
  CHECK(server.requests() == 0);
}

TEST_CASE("a connection is kept for the next request, but not for ever", "[service][http]") {
  TestServer server(impatient());
  Client client(server.port());
  for (int i = 0; i < 4; ++i) {
    CHECK(client.status_of(get("/")) == 200);
    wait(150);
  }
  client.patience = milliseconds(4000);
  CHECK(client.closes());
}

TEST_CASE("a connection ends after its share of requests or time", "[service][http]") {
  auto limits = impatient();
  limits.connection_requests = 3;
  {
    TestServer server(limits);
    Client client(server.port());
    CHECK(client.status_of(get("/")) == 200);
    CHECK(client.status_of(get("/")) == 200);
    client.send(get("/") + get("/"));
    CHECK(client.reply().header("Connection") == "close");
    CHECK(client.closes());
    CHECK(server.requests() == 3);
  }
  limits.connection_requests = 1000;
  limits.connection_time = milliseconds(500);
  limits.idle_time = std::chrono::seconds(5);
  TestServer server(limits);
  Client client(server.port());
  client.send(get("/"));
  CHECK(client.reply().header("Connection").empty());
  wait(600);
  client.send(get("/"));
  CHECK(client.reply().header("Connection") == "close");
  CHECK(client.closes());
}

TEST_CASE("an answer may come from any thread, once", "[service][http]") {
  Kept kept;
  TestServer server({}, kept.handler());
  Client client(server.port());
  for (int i = 0; i < 20; ++i) {
    client.send(get("/"));
    const auto answer = kept.next();
    std::thread first([&] { answer(plain("once")); });
    std::thread second([&] { answer(plain("once")); });
    first.join();
    second.join();
    CHECK(client.reply().body == "once");
  }
}

TEST_CASE("a handler that is late, silent, broken or unsendable gets an honest status", "[service][http]") {
  std::vector<reviewd::Answer> late;
  const auto handler = [&](const reviewd::Request& request, const reviewd::Answer& answer) {
    if (request.path == "/late") late.push_back(answer);
    if (request.path == "/throw") throw std::runtime_error("Child 1");
    if (request.path == "/split") answer({200, "text/plain", "x", {{"A", "b\r\nC: d"}}, "split"});
    if (request.path == "/ok") answer(plain("ok"));
  };
  TestServer server(impatient(), handler, 1);
  Client client(server.port());
  CHECK(client.status_of(get("/late")) == 503);
  CHECK(client.status_of(get("/throw")) == 500);
  CHECK(client.status_of(get("/silent")) == 500);
  CHECK(client.status_of(get("/split")) == 500);
  late.at(0)(plain("too late"));
  CHECK(client.status_of(get("/ok")) == 200);
  CHECK(server.log().find("Child 1") == std::string::npos);
}

TEST_CASE("answers that outlive their client or their server touch nothing", "[service][http]") {
  Kept kept;
  reviewd::Answer late;
  {
    TestServer server({}, kept.handler());
    reviewd::Answer orphan;
    {
      Client gone(server.port());
      gone.send(get("/"));
      orphan = kept.next();
    }
    CHECK_NOTHROW(orphan(plain(std::string(1'000'000, 'x'))));
    Client another(server.port());
    another.send(get("/"));
    kept.next()(plain("still here"));
    CHECK(another.reply().body == "still here");
    another.send(get("/"));
    late = kept.next();
    CHECK(server.requests() == 3);
  }
  CHECK_NOTHROW(late(plain("nobody is there")));
  CHECK(kept.answers.empty());
}

TEST_CASE("a drain closes what waits, answers what is in flight, and ends", "[service][http]") {
  Kept kept;
  TestServer server({}, kept.handler());
  Client idle(server.port());
  Client used(server.port());
  used.send(get("/"));
  kept.next()(plain("before"));
  CHECK(used.reply().body == "before");
  Client busy(server.port());
  busy.send(get("/") + get("/second"));
  const auto answer = kept.next();
  server.begin_drain();
  server.begin_drain();
  CHECK(idle.closes());
  CHECK(used.closes());
  CHECK_THROWS(Client(server.port()));
  answer(plain("in flight"));
  const auto reply = busy.reply();
  CHECK(reply.body == "in flight");
  CHECK(reply.header("Connection") == "close");
  CHECK(server.finish());
  CHECK(server.requests() == 2);
}

TEST_CASE("a drain does not wait for ever", "[service][http]") {
  auto limits = impatient();
  limits.handler_time = std::chrono::seconds(20);
  Kept kept;
  TestServer server(limits, kept.handler());
  Client busy(server.port());
  busy.send(get("/"));
  const auto answer = kept.next();
  const auto begun = steady_clock::now();
  server.begin_drain();
  CHECK_FALSE(server.finish());
  CHECK(steady_clock::now() - begun < std::chrono::seconds(3));
}

TEST_CASE("many callers at once get their own answers", "[service][http]") {
  TestServer server;
  std::atomic<int> right = 0;
  std::vector<std::thread> callers;
  for (int c = 0; c < 16; ++c) {
    callers.emplace_back([&, c] {
      Client client(server.port());
      for (int i = 0; i < 100; ++i) {
        const std::string text = std::to_string(c * 1000 + i);
        client.send(post("Content-Length: " + std::to_string(text.size()) + "\r\n", text));
        if (client.reply().body == "POST\n/echo\n\n" + text) ++right;
      }
    });
  }
  for (auto& caller : callers) caller.join();
  CHECK(right == 1600);
  CHECK(server.comes_to_say("http_requests_total{route=\"echo\",method=\"POST\",status=\"200\"} 1600\n"));
}
