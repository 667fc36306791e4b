#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "reviewd/documents/private_folder.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/wait_for_program.hpp"
#include "reviewd/documents/write_zip.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "tests/support/office.hpp"

/// The program that makes PDFs, given a text that somebody else made up to reach out.
namespace reviewd {
namespace {

using namespace std::chrono_literals;
using review::test::Office;
using review::test::pages_of_pdf;
using review::test::TemporaryFolder;
using std::chrono::steady_clock;

/// Counts who comes to a port of this machine, and answers nobody: each connection is closed as soon as it is taken.
class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
    REQUIRE(::listen(socket_, SOMAXCONN) == 0);
    socklen_t size = sizeof at;
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&at), &size) == 0);
    port_ = ntohs(at.sin_port);
    taking_ = std::jthread([this](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        const int one = ::accept(socket_, nullptr, nullptr);
        if (one < 0) {
          std::this_thread::sleep_for(5ms);
          continue;
        }
        ++came_;
        ::close(one);
      }
    });
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() {
    taking_ = {};
    ::close(socket_);
  }

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] int came() const { return came_; }

 private:
  int socket_;
  int port_ = 0;
  std::atomic<int> came_ = 0;
  std::jthread taking_;
};

std::string picture_at(const std::string& address) {
  return fmt::format(R"(<text:p><draw:frame text:anchor-type="as-char" svg:width="6cm" svg:height="3cm">)"
                     R"(<draw:image xlink:href="{}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>)"
                     R"(</draw:frame></text:p>)",
                     address);
}

std::string section_at(const std::string& name, const std::string& address) {
  return fmt::format(R"(<text:section text:name="{}"><text:section-source xlink:href="{}" xlink:type="simple" )"
                     R"(xlink:show="embed"/><text:p>A part</text:p></text:section>)",
                     name, address);
}

/// An OpenDocument text with this in it.
std::string text_of(const std::string& body) {
  const std::string manifest =
      R"(<?xml version="1.0" encoding="UTF-8"?><manifest:manifest )"
      R"(xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">)"
      R"(<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>)"
      R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>)";
  const std::string content =
      R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content )"
      R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
      R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
      R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
      R"(xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" )"
      R"(xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"><office:body><office:text>)" +
      body + "<text:p>Own words</text:p></office:text></office:body></office:document-content>";
  return write_zip({{.name = "mimetype", .content = paper_type, .stored = true},
                    {.name = "META-INF/manifest.xml", .content = manifest},
                    {.name = "content.xml", .content = content}},
                   {});
}

/// Whether the kernel can keep files away; in containers it may not.
bool can_keep_files_away() {
  constexpr int ask_for_version = 1;
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_for_version) >= 1;
}

std::string words_of(const std::string& pdf) {
  std::string all;
  for (const auto& page : pages_of_pdf(pdf)) all += page;
  return all;
}

bool confined_has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// How many private folders hold this text, wherever such folders are made.
int left_behind(const std::string& odt) {
  int count = 0;
  for (const auto& place : {std::filesystem::path("/dev/shm"), std::filesystem::temp_directory_path()}) {
    std::error_code none;
    for (const auto& one : std::filesystem::directory_iterator(place, none)) {
      if (!one.path().filename().string().starts_with("reviewd-")) continue;
      std::ifstream in(one.path() / "paper.odt", std::ios::binary);
      count += std::string(std::istreambuf_iterator<char>(in), {}) == odt ? 1 : 0;
    }
  }
  return count;
}

TEST_CASE("a text that links to files and addresses gets none of them where a PDF is made of it", "[unit]") {
  if (!review::test::opens_texts()) return;
  const Listener listener;
  const TemporaryFolder folder;
  const auto secret = folder / "secret.svg";
  review::test::write_file(secret, R"(<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">)"
                                   R"(<text x="5" y="50" font-size="20">marrowbone</text></svg>)");
  const auto address = fmt::format("http://127.0.0.1:{}/", listener.port());
  const auto text = text_of(picture_at("file://" + secret.string()) + picture_at(address + "a.png") +
                            section_at("One", "file:///etc/passwd") + section_at("Two", address + "b.odt"));

  const auto bound = paper_pdf(text);
  INFO((bound ? std::string() : bound.error().says));
  REQUIRE(bound);
  const auto words = words_of(*bound);
  CHECK(confined_has(words, "Own words"));
  CHECK_FALSE(confined_has(words, "root:"));
  CHECK(listener.came() == 0);
  CHECK(left_behind(text) == 0);
  if (can_keep_files_away()) {
    CHECK_FALSE(confined_has(words, "marrowbone"));
  } else {
    WARN("There is no Landlock here: what it keeps away was not tried.");
  }

  // The same program with nothing that binds it does reach out: so the above could have failed.
  Office office;
  office.put("reaching", text);
  REQUIRE(office.open());
  CHECK(confined_has(words_of(office.pdf("reaching")), "marrowbone"));
  CHECK(listener.came() > 0);
}

TEST_CASE("a converter that hangs is ended in time with all that it began", "[unit]") {
  const PrivateFolder folder;
  const auto begun_by_it = folder.path() / "begun";
  const std::vector<std::string> words{"/bin/sh", "-c",
                                       "sleep 60 & echo $! > '" + begun_by_it.string() + "'; sleep 60"};
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const auto begun = steady_clock::now();
  const auto process = start_program({.words = words,
                                      .kind = Program::Kind::converter,
                                      .input = nothing,
                                      .most_memory = 0,
                                      .most_time = 60s,
                                      .folder = folder.path().string()});
  ::close(nothing);
  REQUIRE(process);
  CHECK_FALSE(wait_for_program(*process, begun + 2s, {}));
  CHECK(steady_clock::now() - begun < 10s);
  pid_t other = 0;
  std::ifstream(begun_by_it) >> other;
  REQUIRE(other > 0);
  // What is ended stays to be seen until somebody has waited for it: nothing but its number is left then.
  const auto is_there = [&] {
    std::string status;
    std::ifstream in("/proc/" + std::to_string(other) + "/stat");
    std::getline(in, status);
    return !status.empty() && !confined_has(status, ") Z ");
  };
  for (const auto until = steady_clock::now() + 5s; is_there() && steady_clock::now() < until;)
    std::this_thread::sleep_for(10ms);
  CHECK_FALSE(is_there());
}

TEST_CASE("a PDF that somebody stops waiting for leaves nothing behind", "[unit]") {
  if (!review::test::opens_texts()) return;
  // A short one can be ready before anybody stops waiting.
  Paper letter{.title = "Nobody waits for this letter"};
  for (int i = 0; i < 3'000; ++i) letter.blocks.emplace_back(paper::Paragraph{"What was agreed is set out below."});
  const auto text = write_paper(letter, {});
  std::stop_source stop;
  const std::jthread soon([&stop] {
    std::this_thread::sleep_for(300ms);
    stop.request_stop();
  });
  const auto begun = steady_clock::now();
  CHECK_FALSE(paper_pdf(text, stop.get_token()));
  CHECK(steady_clock::now() - begun < 30s);
  CHECK(left_behind(text) == 0);
}

TEST_CASE("whatever people type, the paper opens and says what of it can be said", "[unit]") {
  const std::string control("before\x01\x02\x1b\x7f\0after", 16);
  const std::string no_characters = "one\xEF\xBF\xBE\xEF\xBF\xBFtwo";
  const std::string emoji =
      "smile \xF0\x9F\x98\x80 family \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 end";
  const std::string hebrew = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D";
  const std::string endless(3'000, 'w');
  Paper paper{.title = "Strange <words> & " + emoji, .foot = "Version " + hebrew};
  paper.watermark = "Copy & " + emoji;
  for (const auto& words : {control, no_characters, emoji, hebrew, endless}) {
    paper.blocks.emplace_back(paper::Heading{2, "Of " + words.substr(0, 200)});
    paper.blocks.emplace_back(paper::Paragraph{words + "\n]]> <b> &amp;"});
    paper.blocks.emplace_back(paper::Facts{{{"Name " + words, words}}});
    paper.blocks.emplace_back(paper::Table{"Table of " + words, {"One", words}, {{words, "cell"}}, {1, 9}});
    paper.blocks.emplace_back(paper::List{{words, "item"}});
  }
  const auto text = write_paper(paper, {});
  if (!review::test::opens_texts()) return;
  Office office;
  office.put("strange", text);
  REQUIRE(office.open());
  const auto words = words_of(office.pdf("strange"));
  CHECK(confined_has(words, "onetwo"));
  CHECK(confined_has(words, "family"));
  CHECK(confined_has(words, "]]> <b> &amp;"));
  CHECK(confined_has(words, "after"));
}

}  // namespace
}  // namespace reviewd
