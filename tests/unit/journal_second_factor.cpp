#include <set>

#include "libreview/registers/accounts.hpp"
#include "libreview/registers/devices.hpp"
#include "libreview/registers/second_factor.hpp"
#include "libreview/registers/sessions.hpp"
#include "libreview/registers/sign_ins.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant factor_nine = *parse_instant("2026-04-02T09:00:00Z");
const std::string factor_by = "people/an-administrator";

struct FactorOffice {
  InMemory memory;
  SystemRandom random;
  Store& store = *memory.store;
  Accounts accounts{store, random};
  Sessions sessions{store, random};
  SecondFactors factors{store, random};
  Devices devices{store, random};
  SignIns sign_ins{store, random};

  explicit FactorOffice(const std::vector<std::string>& people = {"a-smith", "b-jones"}) {
    for (const auto& person : people) {
      const auto invitation = accounts.invite(person, "coordinator", factor_by, factor_nine);
      REQUIRE(accounts.accept({invitation->line}, "digest of " + person, factor_nine));
    }
  }
  std::vector<std::string> set_up(const std::string& person) {
    REQUIRE(factors.begin(person, "sealed", factor_nine));
    return factors.confirm(person, 100, factor_nine).value();
  }
  int logged(const std::string& deed) {
    int count = 0;
    for (const auto& change : AccessLog(store).since(0, 1000)) count += change.deed == deed ? 1 : 0;
    return count;
  }
};

TEST_CASE("A second factor counts once a code of it was given, and each step once", "[unit][journal]") {
  FactorOffice office;
  CHECK(office.factors.begin("nobody", "sealed", factor_nine).error().code == Code::not_found);
  REQUIRE(office.factors.begin("a-smith", "sealed", factor_nine));
  CHECK_FALSE(office.factors.has("a-smith"));
  CHECK_FALSE(office.factors.use_step("a-smith", 200).value());
  REQUIRE(office.factors.confirm("a-smith", 100, factor_nine));
  CHECK(office.factors.has("a-smith"));
  CHECK(office.factors.find("a-smith")->sealed == "sealed");
  CHECK_FALSE(office.factors.use_step("a-smith", 100).value());
  CHECK(office.factors.use_step("a-smith", 101).value());
  CHECK_FALSE(office.factors.use_step("a-smith", 101).value());
  CHECK_FALSE(office.factors.use_step("a-smith", 99).value());
  CHECK(office.factors.begin("a-smith", "other", factor_nine).error().code == Code::already_recorded);
  CHECK(office.factors.confirm("a-smith", 300, factor_nine).error().code == Code::not_found);
  CHECK(office.logged("second-factor-set") == 1);
}

TEST_CASE("Ten recovery codes work once each, however they are written, for that person only", "[unit][journal]") {
  FactorOffice office;
  const auto codes = office.set_up("a-smith");
  office.set_up("b-jones");
  CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 10);
  CHECK(codes[0].size() == 19);
  CHECK_FALSE(office.factors.use_recovery_code("b-jones", codes[0], factor_nine).value());
  CHECK(office.factors.use_recovery_code("a-smith", codes[0], factor_nine).value());
  CHECK_FALSE(office.factors.use_recovery_code("a-smith", codes[0], factor_nine).value());
  auto typed = codes[1];
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  CHECK(office.factors.use_recovery_code("a-smith", typed, factor_nine).value());
  CHECK_FALSE(office.factors.use_recovery_code("a-smith", "", factor_nine).value());
  CHECK(office.factors.recovery_codes_left("a-smith") == 8);
  REQUIRE(office.factors.remove("a-smith", factor_by, factor_nine));
  CHECK(office.factors.recovery_codes_left("a-smith") == 0);
  CHECK_FALSE(office.factors.has("a-smith"));
  CHECK(office.logged("second-factor-off") == 1);
}

TEST_CASE("A reset ends password, sessions and known browsers, and the second factor only when asked to",
          "[unit][journal]") {
  FactorOffice office;
  office.set_up("a-smith");
  const auto session = office.sessions.begin("a-smith", factor_nine).value();
  const auto device = office.devices.remember("", "a-smith", factor_nine).value();
  const auto pending = office.sign_ins.begin("a-smith", factor_nine).value();
  REQUIRE(office.accounts.reset("a-smith", false, factor_by, factor_nine));
  CHECK(office.accounts.find("a-smith")->password.empty());
  CHECK(office.accounts.find("a-smith")->role == "coordinator");
  CHECK_FALSE(office.sessions.find(session, factor_nine));
  CHECK_FALSE(office.devices.find(device, "a-smith", factor_nine));
  CHECK_FALSE(office.sign_ins.find(pending, factor_nine));
  CHECK(office.factors.has("a-smith"));
  REQUIRE(office.accounts.reset("a-smith", true, factor_by, factor_nine));
  CHECK_FALSE(office.factors.has("a-smith"));
  CHECK(office.accounts.reset("nobody", false, factor_by, factor_nine).error().code == Code::not_found);
  REQUIRE(office.accounts.disable("b-jones", factor_by, factor_nine));
  CHECK(office.accounts.reset("b-jones", false, factor_by, factor_nine).error().code == Code::not_found);
  CHECK(office.logged("password-reset") == 2);
}

TEST_CASE("A browser is known for ninety days, as everybody's who signed in with it", "[unit][journal]") {
  FactorOffice office;
  const auto line = office.devices.remember("", "a-smith", factor_nine).value();
  CHECK(office.devices.find(line, "a-smith", factor_nine));
  CHECK_FALSE(office.devices.find(line, "b-jones", factor_nine));
  CHECK(office.devices.remember(line, "b-jones", factor_nine).value() == line);
  CHECK(office.devices.find(line, "a-smith", factor_nine) == office.devices.find(line, "b-jones", factor_nine));
  CHECK_FALSE(office.devices.find("", "a-smith", factor_nine));
  auto forged = line;
  forged[20] = forged[20] == 'a' ? 'b' : 'a';
  CHECK_FALSE(office.devices.find(forged, "a-smith", factor_nine));
  CHECK_FALSE(office.devices.find(line, "a-smith", factor_nine + device_life));
  CHECK(office.devices.remember(line, "a-smith", factor_nine + device_life).value() != line);
  CHECK(office.logged("device-known") == 3);
}

TEST_CASE("A sign-in waits five minutes for the code, and only the last one of a person", "[unit][journal]") {
  FactorOffice office;
  const auto first = office.sign_ins.begin("a-smith", factor_nine).value();
  CHECK(office.sign_ins.find(first, factor_nine + pending_life - seconds{1}) == "a-smith");
  CHECK_FALSE(office.sign_ins.find(first, factor_nine + pending_life));
  const auto second = office.sign_ins.begin("a-smith", factor_nine).value();
  CHECK_FALSE(office.sign_ins.find(first, factor_nine));
  CHECK(office.sign_ins.find(second, factor_nine) == "a-smith");
  CHECK_FALSE(office.sessions.find(second, factor_nine));
  REQUIRE(office.accounts.disable("a-smith", factor_by, factor_nine));
  CHECK_FALSE(office.sign_ins.find(second, factor_nine));
}

TEST_CASE("Failed sign-ins are counted by the hour, and fill no log", "[unit][journal]") {
  FactorOffice office;
  for (int i = 0; i < 150; ++i) REQUIRE(office.sign_ins.failed("a-smith", factor_nine + seconds{i}));
  for (int i = 0; i < 5; ++i) REQUIRE(office.sign_ins.failed("hunter2 typed as a name", factor_nine));
  CHECK(office.sign_ins.failures("a-smith", factor_nine) == 150);
  CHECK(office.sign_ins.failures("hunter2 typed as a name", factor_nine) == 0);
  CHECK(office.logged("sign-in-failed") == 4);
  REQUIRE(office.sign_ins.failed("a-smith", factor_nine + hours{24 * 31}));
  CHECK(office.sign_ins.failures("a-smith", factor_nine) == 1);
}

TEST_CASE("A session is fresh for five minutes after the proof, which changes its secret and not its end",
          "[unit][journal]") {
  FactorOffice office;
  const auto line = office.sessions.begin("a-smith", factor_nine).value();
  CHECK(is_fresh(*office.sessions.look(line, factor_nine), factor_nine + proof_life - seconds{1}));
  CHECK_FALSE(is_fresh(*office.sessions.look(line, factor_nine), factor_nine + proof_life));
  const auto later = factor_nine + minutes{10};
  const auto renewed = office.sessions.prove(line, later).value();
  CHECK(renewed != line);
  CHECK_FALSE(office.sessions.look(line, later));
  CHECK(is_fresh(*office.sessions.look(renewed, later), later));
  CHECK(office.sessions.look(renewed, later)->begun == factor_nine);
  CHECK(office.sessions.prove(line, later).error().code == Code::not_found);
}

TEST_CASE("Looking at a session does not keep it alive", "[unit][journal]") {
  FactorOffice office;
  const auto line = office.sessions.begin("a-smith", factor_nine).value();
  CHECK(office.sessions.look(line, factor_nine + minutes{14}));
  CHECK_FALSE(office.sessions.look(line, factor_nine + minutes{15}));
  REQUIRE(office.sessions.extend(line, factor_nine + minutes{14}));
  CHECK(office.sessions.look(line, factor_nine + minutes{15})->ends() == factor_nine + minutes{29});
}

TEST_CASE("All sessions of a person end but the one that is kept", "[unit][journal]") {
  FactorOffice office;
  const auto kept = office.sessions.begin("a-smith", factor_nine).value();
  const auto other = office.sessions.begin("a-smith", factor_nine).value();
  const auto theirs = office.sessions.begin("b-jones", factor_nine).value();
  CHECK(office.sessions.list("a-smith", factor_nine).size() == 2);
  const auto id = office.sessions.look(kept, factor_nine)->id;
  CHECK(office.sessions.end_all("a-smith", id, "people/a-smith", factor_nine).value() == 1);
  CHECK(office.sessions.find(kept, factor_nine));
  CHECK_FALSE(office.sessions.find(other, factor_nine));
  CHECK(office.sessions.find(theirs, factor_nine));
  CHECK(office.sessions.end_all("a-smith", "", factor_by, factor_nine).value() == 1);
  CHECK_FALSE(office.sessions.find(kept, factor_nine));
}

TEST_CASE("A password changes only from the one that was compared", "[unit][journal]") {
  FactorOffice office;
  CHECK(office.accounts.change_password("a-smith", "another", "new", factor_nine).error().code == Code::stale);
  REQUIRE(office.accounts.change_password("a-smith", "digest of a-smith", "new", factor_nine));
  CHECK(office.accounts.find("a-smith")->password == "new");
  REQUIRE(office.accounts.renew_digest("a-smith", "digest of a-smith", "newer"));
  CHECK(office.accounts.find("a-smith")->password == "new");
  REQUIRE(office.accounts.renew_digest("a-smith", "new", "newer"));
  CHECK(office.accounts.find("a-smith")->password == "newer");
}

}  // namespace
}  // namespace review::journal_test
