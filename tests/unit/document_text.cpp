#include "reviewd/documents/document_text.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <stop_token>
#include <thread>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/html_text.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/text_json.hpp"
#include "tests/support/small_pdf.hpp"
#include "tests/support/small_zip.hpp"

namespace reviewd {
namespace {

using review::test::small_pdf;
using review::test::small_zip;

/// What stands at a place; empty where nothing does.
std::string at(const DocumentText& read, const std::string& place) {
  for (const auto& one : read.texts) {
    if (one.place == place) return one.text;
  }
  return {};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool is_unread(const DocumentText& read) {
  return std::any_of(read.unread.begin(), read.unread.end(), [](const Unread& one) { return one.place == "The file"; });
}

DocumentText read_pdf(const std::string& pdf) { return document_text(media_types::pdf, pdf); }

TEST_CASE("Pages of a PDF are read, and what stands beside them", "[unit]") {
  const auto read = read_pdf(small_pdf("A boy lived here.", "Ask Quillfeather.", "A photo of him", "An Author"));
  CHECK(has(at(read, "Page 1"), "A boy lived here."));
  CHECK(has(at(read, "Comments"), "Ask Quillfeather."));
  CHECK(has(at(read, "Descriptions of pictures"), "A photo of him"));
  CHECK(has(at(read, "Properties of the file: author"), "An Author"));
  CHECK(read.unread.empty());
}

TEST_CASE("A page without text and files inside a PDF are to be checked by eye", "[unit]") {
  const auto blank = read_pdf(small_pdf(""));
  REQUIRE(blank.unread.size() == 1);
  CHECK(blank.unread[0].place == "Page 1");
  auto embeds = small_pdf("Text.");
  embeds.replace(embeds.find("/Author"), 7, "/EmbeddedFile(x)/Author");
  const auto read = read_pdf(embeds);
  CHECK(std::any_of(read.unread.begin(), read.unread.end(),
                    [](const Unread& one) { return one.place == "Files in the file"; }));
}

TEST_CASE("A PDF that is broken or protected says that it cannot be checked", "[unit]") {
  CHECK(is_unread(read_pdf("%PDF-1.7\nInvented.")));
  CHECK(is_unread(read_pdf("")));
  auto locked = small_pdf("Secret.");
  locked.replace(locked.find("/Root 1 0 R"), 11,
                 "/Root 1 0 R/ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                 "/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>");
  CHECK(is_unread(read_pdf(locked)));
}

TEST_CASE("A page tree that leads back to itself ends", "[unit]") {
  const auto loop = review::test::small_pdf_of(
      {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 1000000000>>", "<</Author(x)>>"});
  const auto begun = std::chrono::steady_clock::now();
  static_cast<void>(read_pdf(loop));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(30));
}

TEST_CASE("A Word document is read with all that a stranger could bring to light in it", "[unit]") {
  const std::string body =
      R"(<w:document xmlns:w="w" xmlns:wp="p"><w:body><w:p><w:r><w:t>A bo</w:t></w:r><w:r><w:t>y.</w:t></w:r></w:p>)"
      R"(<w:p><w:del w:author="An Author"><w:r><w:delText>Old words</w:delText></w:r></w:del></w:p>)"
      R"(<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen words</w:t></w:r></w:p>)"
      R"(<w:p><wp:docPr id="1" name="Picture 1" descr="A photo"/></w:p></w:body></w:document>)";
  const auto docx = small_zip({{"[Content_Types].xml", "<Types/>"},
                               {"word/document.xml", body},
                               {"word/comments.xml",
                                "<w:comments xmlns:w='w'><w:comment><w:p><w:r><w:t>A remark</w:t>"
                                "</w:r></w:p></w:comment></w:comments>"},
                               {"word/header1.xml", "<w:hdr xmlns:w='w'><w:p><w:t>At the top</w:t></w:p></w:hdr>"},
                               {"word/_rels/document.xml.rels", R"(<R><R Target="file:///C:/Users/somebody/x"/></R>)"},
                               {"docProps/core.xml", "<c><creator>A Creator</creator><title>A title</title></c>"},
                               {"word/media/photo-of-somebody.png", "x"},
                               {"word/embeddings/sheet.xlsx", "x"}});
  const auto read = document_text(media_types::docx, docx);
  CHECK(has(at(read, "Text"), "A boy."));
  CHECK_FALSE(has(at(read, "Text"), "Old words"));
  CHECK_FALSE(has(at(read, "Text"), "Unseen words"));
  CHECK(has(at(read, "Deleted text that is still there (tracked changes)"), "Old words"));
  CHECK(has(at(read, "Hidden text"), "Unseen words"));
  CHECK(has(at(read, "Descriptions of pictures"), "A photo"));
  CHECK(has(at(read, "People who changed it or commented"), "An Author"));
  CHECK(has(at(read, "Comments"), "A remark"));
  CHECK(has(at(read, "Headers and footers"), "At the top"));
  CHECK(has(at(read, "Links"), "Users/somebody"));
  CHECK(has(at(read, "Properties of the file"), "A Creator"));
  CHECK(has(at(read, "Names of files in it"), "photo-of-somebody"));
  CHECK(read.unread.size() == 2);
}

TEST_CASE("OpenDocument text is read with its notes and deletions", "[unit]") {
  const auto odt = small_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        "<d xmlns:t='t' xmlns:o='o' xmlns:dc='dc'><t:tracked-changes><t:deletion><t:p>Old words</t:p></t:deletion>"
        "</t:tracked-changes><t:p>New <t:span>words</t:span><o:annotation><dc:creator>An Author</dc:creator>"
        "<t:p>A remark</t:p></o:annotation></t:p></d>"},
       {"meta.xml", "<m><creator>A Creator</creator></m>"}});
  const auto read = document_text(media_types::odt, odt);
  CHECK(has(at(read, "Text"), "New words"));
  CHECK(has(at(read, "Deleted text that is still there (tracked changes)"), "Old words"));
  CHECK(has(at(read, "Comments"), "A remark"));
  CHECK(has(at(read, "People who changed it or commented"), "An Author"));
  CHECK(has(at(read, "Properties of the file"), "A Creator"));
}

TEST_CASE("Entities are not followed, depth and damage are borne", "[unit]") {
  std::string bomb = R"(<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">)";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><d><p>&j;</p></d>";
  CHECK(at(document_text(media_types::docx, small_zip({{"word/document.xml", bomb}})), "Text").size() < 1000);
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<p>";
  const auto read = document_text(media_types::docx, small_zip({{"word/document.xml", deep}}));
  CHECK_FALSE(read.unread.empty());
  std::string closed = deep + "x";
  for (int i = 0; i < 200'000; ++i) closed += "</p>";
  CHECK(has(at(document_text(media_types::docx, small_zip({{"word/document.xml", closed}})), "Text"), "x"));
  CHECK(is_unread(document_text(media_types::docx, "PK\x03\x04 broken")));
}

TEST_CASE("The source of a web page is read with what it does not show", "[unit]") {
  const std::string source =
      R"(<!doctype html><html><head><title>A report</title><meta name="author" content="An Author">)"
      R"(<script>var x = "</p>";</script></head><body><!-- A remark --><p>Sm<b>ith</b>&rsquo;s</p>)"
      R"(<img src="/a-photo.png" alt="A photo of him"></body></html>)";
  REQUIRE(is_html(source));
  CHECK_FALSE(is_html("Plain words, 3 < 4."));
  const auto read = html_text(source);
  CHECK(has(at(read, "Text of the web page"), "Smith’s"));
  CHECK_FALSE(has(at(read, "Text of the web page"), "var x"));
  CHECK(has(at(read, "Comments in the source of the page"), "A remark"));
  CHECK(has(at(read, "Descriptions of pictures"), "A photo of him"));
  CHECK(has(at(read, "Properties of the page"), "An Author"));
  CHECK(has(at(read, "Links"), "/a-photo.png"));
}

ReadingLimits limits(std::chrono::milliseconds time, std::size_t bytes) {
  return {std::chrono::steady_clock::now() + time, bytes};
}

TEST_CASE("Nothing hides in the source of a web page behind letters, tags or the ends of tags", "[unit]") {
  const auto all = [](const std::string& source) {
    std::string text;
    for (const auto& one : document_text(html_type, "<html><body>" + source + "</body></html>").texts) text += one.text;
    return text;
  };
  for (const std::string source :
       {"<SCRIPT>var a = 1</SCRIPT><p>Thistledown</p>", "<STYLE>p{}</sTyLe ><p>Thistledown</p>",
        "<p>Thist&#108;edown</p>", "<p>Thist&#x6C;edown</p>", "<p>Thist&#108edown</p>",
        "<p title='a > b'>Thistledown</p>", R"(<script type="application/ld+json">{"name":"Thistledown"}</script>)",
        R"(<script>"Thist\u006cedown"</script>)", R"(<div data-name="Thistledown">x</div>)",
        "<div data-thistledown>x</div>", "<input placeholder=Thistledown>", R"(<img srcset="/Thistledown.jpg 2x">)",
        R"(<video poster="Thistledown.jpg">)", R"(<a href="/This%74ledown">x</a>)", "<!-- Thistledown -->",
        "<?x Thistledown ?>", "<p>Thistle<wbr>down</p>", "<p>1 < 2 Thistledown</p>"}) {
    INFO(source);
    CHECK((has(all(source), "Thistledown") || has(all(source), "thistledown")));
  }
  CHECK(has(all("<p>Zo&euml; &Ccaron;apek &eacutelodie &amp;lt;</p>"), "Zoë Čapek élodie &lt;"));
}

TEST_CASE("What is not closed in the source of a web page, or not known, is to be checked by eye", "[unit]") {
  for (const std::string source : {"<p>x</p><!-- Thistledown", "<p>x</p><script>Thistledown",
                                   "<p>x</p><img alt=\"Thistledown", "<p>x &scnap; Thistledown</p>"}) {
    INFO(source);
    const auto read = document_text(html_type, source);
    REQUIRE(read.unread.size() == 1);
    CHECK(has(read.unread.front().says, "by eye"));
    CHECK(std::any_of(read.texts.begin(), read.texts.end(),
                      [](const auto& one) { return has(one.text, "Thistledown"); }));
  }
  CHECK(document_text(html_type, "<p>Closed &amp; known</p>").unread.empty());
}

/// Many members that are one and the same place, of which each unpacks to little or much.
std::string piled_zip(int count) {
  const auto number = [](std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
  };
  auto zip = small_zip({{"word/document.xml", "<d><p>words</p></d>"}});
  const auto end = zip.rfind("PK\x05\x06");
  const auto row_at = zip.find("PK\x01\x02");
  const auto row = zip.substr(row_at, end - row_at);
  zip.resize(row_at);
  std::string rows;
  for (int i = 0; i < count; ++i) rows += row;
  return zip + rows + "PK\x05\x06" + number(0, 4) + number(static_cast<std::uint64_t>(count), 2) +
         number(static_cast<std::uint64_t>(count), 2) + number(rows.size(), 4) + number(row_at, 4) + number(0, 2);
}

TEST_CASE("A zip whose members lie over each other is not read", "[unit]") {
  CHECK(has(at(document_text(media_types::docx, piled_zip(1)), "Text"), "words"));
  CHECK(is_unread(document_text(media_types::docx, piled_zip(9000))));
}

TEST_CASE("A check that is asked to stop gives up within a moment, and ends its reader", "[unit]") {
  using namespace std::chrono_literals;
  std::stop_source stop;
  auto within = ReadingLimits{std::chrono::steady_clock::now() + 60s, 100};
  within.stop = stop.get_token();
  std::thread later([&] {
    std::this_thread::sleep_for(200ms);
    stop.request_stop();
  });
  const auto begun = std::chrono::steady_clock::now();
  CHECK(read_with({"/bin/sleep", "60"}, "", within).end == ReadingEnd::limit);
  CHECK(std::chrono::steady_clock::now() - begun < 5s);
  later.join();
  const auto read = document_text(media_types::docx, small_zip({{"word/document.xml", "<d/>"}}), stop.get_token());
  CHECK(is_unread(read));
}

TEST_CASE("A program that reads opens no socket", "[unit]") {
  using namespace std::chrono_literals;
  const auto read = read_with({"/usr/bin/perl", "-e", "use Socket; print socket(S, PF_INET, SOCK_STREAM, 0) ? 1 : 0"},
                              "", limits(10s, 100));
  if (read.end == ReadingEnd::absent) {
    WARN("There is no perl here: the filter was not tried.");
    return;
  }
  CHECK(read.said == "0");
}

TEST_CASE("What a reader says is taken only in its form", "[unit]") {
  const DocumentText said{{{"Text", "words \xff \"quoted\"\n", false}}, {{"The file", "by eye"}}};
  DocumentText back;
  REQUIRE(put_text_json(text_json(said), back));
  REQUIRE(back.texts.size() == 1);
  CHECK(back.texts[0].place == "Text");
  CHECK(back.texts[0].text == said.texts[0].text);
  CHECK_FALSE(back.texts[0].prose);
  REQUIRE(back.unread.size() == 1);
  for (const std::string other : {"", "[]", "{}", R"({"texts":[{}],"unread":[]})", R"({"texts":[],"unread":[1]})"}) {
    CHECK_FALSE(put_text_json(other, back));
  }
  CHECK(back.texts.size() == 1);
}

TEST_CASE("A part of a document that would take much memory is not read, and says so", "[unit]") {
  const std::string large = "<d>" + std::string(8UL * 1024 * 1024, ' ') + "<p>words</p></d>";
  const auto read = document_text(media_types::docx, small_zip({{"word/document.xml", large}}));
  CHECK_FALSE(has(at(read, "Text"), "words"));
  CHECK(is_unread(read));
}

TEST_CASE("A program that reads gets the content and nothing else, and is ended when it takes too much", "[unit]") {
  using namespace std::chrono_literals;
  CHECK(read_with({"/bin/cat"}, "words", limits(5s, 100)).said == "words");
  CHECK(read_with({"/bin/cat", "/dev/stdin"}, "words", limits(5s, 100)).said == "words");
  CHECK(read_with({"/usr/bin/env"}, "", limits(5s, 100)));
  CHECK(read_with({"/usr/bin/env"}, "", limits(5s, 100)).said.empty());
  CHECK(read_with({"/bin/false"}, "", limits(5s, 100)).end == ReadingEnd::refused);
  CHECK(read_with({"/none"}, "", limits(5s, 100)).end == ReadingEnd::absent);
  CHECK(read_with({"/bin/cat"}, std::string(200, 'x'), limits(5s, 100)).end == ReadingEnd::limit);
  CHECK(read_with({"/usr/bin/yes"}, "", limits(5s, 100'000)).end == ReadingEnd::limit);
  const auto begun = std::chrono::steady_clock::now();
  CHECK(read_with({"/bin/sleep", "60"}, "", limits(300ms, 100)).end == ReadingEnd::limit);
  CHECK(std::chrono::steady_clock::now() - begun < 5s);
  // What it begins goes with it, and it writes no file.
  CHECK_FALSE(read_with({"/bin/sh", "-c", "sleep 60 & sleep 60"}, "", limits(300ms, 100)));
  CHECK_FALSE(read_with({"/bin/sh", "-c", "echo x > /tmp/review-reads-nothing-here"}, "", limits(5s, 100)));
}

/// Whether the kernel has Landlock and lets us use it; in containers it may not.
bool can_keep_files_away() {
  constexpr int ask_for_version = 1;
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_for_version) >= 1;
}

TEST_CASE("A program that reads opens two files, and no other where the kernel can keep them away", "[unit]") {
  using namespace std::chrono_literals;
  CHECK(read_with({"/bin/cat", "/dev/stdin", "/dev/fd/3"}, "words ", limits(5s, 100), "and others").said ==
        "words and others");
  const auto path = "/tmp/review-not-for-readers-" + std::to_string(::getpid());
  std::ofstream(path) << "of somebody else";
  const auto read = read_with({"/bin/cat", path}, "", limits(5s, 100));
  const auto of_ours = read_with({"/bin/sh", "-c", "cat /proc/$PPID/environ"}, "", limits(5s, 100'000));
  CHECK(::unlink(path.c_str()) == 0);
  if (!can_keep_files_away()) {
    WARN("There is no Landlock here: what it keeps away was not tried.");
    return;
  }
  CHECK_FALSE(read);
  // What watches over a build for developers reads /proc, so there it is not kept away from files.
  if (!is_sanitized) CHECK_FALSE(of_ours);
}

}  // namespace
}  // namespace reviewd
