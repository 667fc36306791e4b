#include "reviewd/identity/passwords.hpp"

#include <sodium.h>

#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "libreview/store/system_random.hpp"
#include "reviewd/identity/pepper.hpp"
#include "reviewd/storage/secret_box.hpp"
#include "tests/support/temporary_folder.hpp"

namespace reviewd {
namespace {

const std::string good = "violet harbour teapot";

TEST_CASE("A digest is of one password, and no two are alike", "[web]") {
  const Passwords passwords;
  const auto digest = passwords.digest(good);
  CHECK(digest.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(passwords.is(good, digest));
  CHECK_FALSE(passwords.is(good + "s", digest));
  CHECK_FALSE(passwords.is("", digest));
  CHECK(passwords.digest(good) != digest);
}

TEST_CASE("Nobody's password is right, and is compared like any other", "[web]") {
  const Passwords passwords;
  CHECK_FALSE(passwords.is("the password of nobody at all", ""));
  CHECK(passwords.compared() == 1);
  CHECK_FALSE(passwords.is("", ""));
  CHECK(passwords.compared() == 2);
  CHECK_FALSE(passwords.is("x", passwords.digest(good)));
  CHECK(passwords.compared() == 3);
}

TEST_CASE("With a pepper the store alone is not enough to guess", "[web]") {
  const Passwords bare;
  const Passwords peppered("an invented pepper of more than 32 bytes");
  const Passwords other("another invented pepper of many bytes!!");
  const auto digest = peppered.digest(good);
  CHECK(digest.starts_with("pepper="));
  CHECK(peppered.is(good, digest));
  CHECK_FALSE(bare.is(good, digest));
  CHECK_FALSE(other.is(good, digest));
  CHECK_FALSE(bare.is(good, digest.substr(digest.find('$'))));
}

TEST_CASE("A digest from before the pepper still counts, and is old", "[web]") {
  const Passwords bare;
  const Passwords peppered("an invented pepper of more than 32 bytes");
  const auto before = bare.digest(good);
  CHECK(peppered.is(good, before));
  CHECK(peppered.is_old(before));
  CHECK_FALSE(peppered.is_old(peppered.digest(good)));
  CHECK_FALSE(bare.is_old(before));
}

TEST_CASE("A digest of fewer passes or less memory is old", "[web]") {
  std::array<char, crypto_pwhash_STRBYTES> weak{};
  REQUIRE(crypto_pwhash_str(weak.data(), good.data(), good.size(), 1, 8UL * 1024 * 1024) == 0);
  const Passwords passwords;
  CHECK(passwords.is(good, weak.data()));
  CHECK(passwords.is_old(weak.data()));
}

TEST_CASE("A pepper is read only from a file that is its owner's alone and lies apart from the store", "[web]") {
  const review::test::TemporaryFolder folder;
  const auto file = folder / "pepper";
  const auto store = folder / "data/store.db";
  std::filesystem::create_directories(store.parent_path());
  CHECK(read_pepper(file, store).error().code == review::Code::not_found);
  std::ofstream(file) << "an invented pepper of more than 32 bytes\n";
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::group_read);
  CHECK(read_pepper(file, store).error().code == review::Code::not_permitted);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  CHECK(read_pepper(file, store).value() == "an invented pepper of more than 32 bytes");
  CHECK(read_pepper(file, folder / "store.db").error().code == review::Code::not_permitted);
  const auto poor = folder / "short";
  std::ofstream(poor) << "short";
  std::filesystem::permissions(poor, std::filesystem::perms::owner_read);
  CHECK(read_pepper(poor, store).error().code == review::Code::malformed);
}

TEST_CASE("What is sealed for a person opens for that person and with that key only", "[web]") {
  review::SystemRandom random;
  const SecretBox box("the key of an invented store....", "");
  const auto sealed = box.seal("a secret", "a-smith", random);
  CHECK(sealed.find("a secret") == std::string::npos);
  CHECK(box.open(sealed, "a-smith") == "a secret");
  CHECK_FALSE(box.open(sealed, "b-jones"));
  CHECK_FALSE(SecretBox("the key of another store........", "").open(sealed, "a-smith"));
  auto altered = sealed;
  altered.back() = static_cast<char>(altered.back() ^ 1);
  CHECK_FALSE(box.open(altered, "a-smith"));
  CHECK_FALSE(box.open("", "a-smith"));
  const SecretBox peppered("the key of an invented store....", "a pepper");
  CHECK(peppered.open(sealed, "a-smith") == "a secret");
  CHECK_FALSE(box.open(peppered.seal("a secret", "a-smith", random), "a-smith"));
}

}  // namespace
}  // namespace reviewd
