#include <catch2/catch.hpp>

#include "reviewd/http/multipart.hpp"

namespace reviewd {
namespace {

const std::string type = "multipart/form-data; boundary=xYz";

std::string part(const std::string& disposition, const std::string& content) {
  return "--xYz\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
}
const std::string title = part("form-data; name=\"title\"", "Draft");

TEST_CASE("A form with a file is read as it was sent", "[unit][http]") {
  const std::string bytes("a\r\nb\0--xYz\r\n--xY\n--xYz--", 24);
  const auto body =
      title + "--xYz\r\ncontent-disposition: form-data; name=\"file\"; filename=\"r%22 \\\"\xC3\xA9.pdf\"\r\n" +
      "Content-Type: application/pdf\r\n\r\n" + bytes + "\r\n" + part("form-data; name=empty", "") + "--xYz--\r\n";
  const auto parts = read_multipart(type, body);
  REQUIRE(parts);
  REQUIRE(parts->size() == 3);
  CHECK(parts->at(0).name == "title");
  CHECK(parts->at(0).content == "Draft");
  CHECK_FALSE(parts->at(0).file_name);
  CHECK(parts->at(1).file_name == "r\" \"\xC3\xA9.pdf");
  CHECK(parts->at(1).content_type == "application/pdf");
  CHECK(parts->at(1).content == bytes);
  CHECK(parts->at(2).content.empty());
  CHECK(find_part(*parts, "file") == &parts->at(1));
  CHECK(find_part(*parts, "none") == nullptr);
  const auto closed = title + "--xYz--";
  CHECK(read_multipart("Multipart/Form-Data; boundary=\"xYz\"", closed));
}

TEST_CASE("What is written as a form is read back", "[unit][http]") {
  const std::vector<MultipartPart> sent{{"a\"b", std::nullopt, "", "1"},
                                        {"file", "c\\d\"e.txt", "text/plain", "\r\n--x\r\n"}};
  const auto written = write_multipart("b-1", sent);
  const auto parts = read_multipart("multipart/form-data; boundary=b-1", written);
  REQUIRE(parts);
  REQUIRE(parts->size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(parts->at(i).name == sent[i].name);
    CHECK(parts->at(i).file_name == sent[i].file_name);
    CHECK(parts->at(i).content == sent[i].content);
  }
}

TEST_CASE("A form that two programs could read differently is not taken", "[unit][http]") {
  const auto end = std::string("--xYz--\r\n");
  const auto with = [&](const std::string& disposition) { return part(disposition, "x") + end; };
  const std::string broken[] = {
      "",
      end,
      title,
      title + "--xYz",
      title + "--xYz-",
      "preamble\r\n" + title + end,
      title + end + "epilogue",
      "\r\n" + title + end,
      "--xYz\nContent-Disposition: form-data; name=\"a\"\n\nx\n--xYz--\n",
      "--xYz \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" + end,
      part("form-data; name=\"a\"", "x\r\n--xYzz\r\nmore") + end,
      "--xYz\r\n\r\nx\r\n" + end,
      "--xYz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--xYz--\r\n",
      title + title + end,
      with("form-data"),
      with("form-data; name=\"\""),
      with("form-data; name=\"a"),
      with("form-data; name=\"a\"; name=\"b\""),
      with("form-data; name=\"a\"; filename=\"b\"; filename=\"c\""),
      with("form-data; name=\"a\"; filename*=UTF-8''b.pdf"),
      with("form-data; name=\"a\"; filename=\"b\"; filename*=UTF-8''c.pdf"),
      with("attachment; name=\"a\""),
      with("form-data; name=\"a\" filename=\"b\""),
      with("form-data; name=\"\xFF\""),
      with("form-data; name=\"a\"; filename=\"b\x01.pdf\""),
      with("form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\""),
      with("form-data; name=\"a\"\r\nContent-Type: text/plain\r\nContent-Type: text/html"),
      with("form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64"),
      with("form-data; name=\"a\"\r\n folded: yes"),
      with("form-data; name=\"a\"\r\nContent-Type: " + std::string(3000, 'a')),
  };
  for (const auto& body : broken) {
    INFO(body);
    const auto parts = read_multipart(type, body);
    REQUIRE_FALSE(parts);
    CHECK(parts.error().code == review::Code::malformed);
    CHECK_FALSE(parts.error().says.empty());
  }
}

TEST_CASE("A boundary is one of the standard, and there are sixteen parts at most", "[unit][http]") {
  const auto body = title + "--xYz--";
  const auto code = [&](const std::string& content_type) {
    const auto parts = read_multipart(content_type, body);
    return parts ? std::string("taken") : std::string(review::code_name(parts.error().code));
  };
  CHECK(code(type) == "taken");
  CHECK(code("application/json") == "unsupported-media-type");
  CHECK(code("multipart/mixed; boundary=xYz") == "unsupported-media-type");
  for (const std::string boundary : {"", "; boundary=", "; boundary=\"\"", "; boundary=\"xYz \"", "; boundary=x@Yz",
                                     "; boundary=xYz; boundary=xYz", "; boundary=\"xYz"}) {
    INFO(boundary);
    CHECK(code("multipart/form-data" + boundary) == "malformed");
  }
  CHECK(code("multipart/form-data; boundary=" + std::string(71, 'a')) == "malformed");
  std::string many;
  for (int i = 0; i < 16; ++i) many += part("form-data; name=\"n" + std::to_string(i) + "\"", "");
  const auto sixteen = many + "--xYz--";
  const auto seventeen = many + title + "--xYz--";
  CHECK(read_multipart(type, sixteen));
  CHECK_FALSE(read_multipart(type, seventeen));
}

TEST_CASE("A form cut off or changed anywhere is read or refused, never more", "[unit][http]") {
  const auto whole = title + part("form-data; name=\"file\"; filename=\"a.txt\"", "x\r\ny") + "--xYz--\r\n";
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto cut = read_multipart(type, std::string_view(whole).substr(0, i));
    CHECK(cut.has_value() == (i == whole.size() - 2));
    for (const char c : {'\r', '\n', '-', '"', '\0', ';', 'x', '\xFF'}) {
      auto changed = whole;
      changed[i] = c;
      const auto parts = read_multipart(type, changed);
      for (const auto& one : parts.value_or(std::vector<MultipartPart>())) CHECK_FALSE(one.name.empty());
    }
  }
}

}  // namespace
}  // namespace reviewd
