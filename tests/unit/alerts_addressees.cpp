#include <catch2/catch.hpp>

#include "libreview/alerts/addressees.hpp"

/// Who is told by mail.
namespace review {
namespace {

using People = std::set<std::string>;

/// Two coordinators, a chair, a scrutineer and an administrator; each can be told and sees everything.
struct AddresseeOffice {
  std::vector<Colleague> people{{"ann", Role::coordinator, true},
                                {"bob", Role::coordinator, true},
                                {"cat", Role::chair, true},
                                {"sam", Role::scrutineer, true},
                                {"ada", Role::administrator, true}};
  People blind{};
  People belonging{};
  std::string owner{};

  Colleague& of(const std::string& person) {
    for (auto& one : people) {
      if (one.person == person) return one;
    }
    throw std::logic_error("nobody of this name");
  }
  [[nodiscard]] People told(const std::string& step, const std::string& record = "cases/26-0001") const {
    return addressees({record, step, belonging, owner}, people,
                      [&](const std::string& person) { return !blind.contains(person); });
  }
};

}  // namespace

TEST_CASE("the coordinators of the case are told, and all of them where it has none who sees it", "[unit]") {
  AddresseeOffice office;
  CHECK(office.told("due") == People{"ann", "bob"});
  office.belonging = {"bob", "sam"};
  CHECK(office.told("due") == People{"bob"});
  office.blind = {"bob"};
  CHECK(office.told("due") == People{"ann"});
  office.blind = {"ann", "bob"};
  CHECK(office.told("due").empty());
}

TEST_CASE("who took a step on is told of it beside the coordinators, if they may see it", "[unit]") {
  AddresseeOffice office;
  office.owner = "sam";
  CHECK(office.told("due") == People{"ann", "bob", "sam"});
  CHECK(office.told("due", "calendars/england-and-wales") == People{"ada", "ann", "bob"});
  office.blind = {"sam"};
  CHECK(office.told("due") == People{"ann", "bob"});
}

TEST_CASE("from the step of escalation on the chair who sees it is told as well", "[unit]") {
  AddresseeOffice office;
  CHECK(office.told("chase") == People{"ann", "bob"});
  CHECK(office.told("escalate") == People{"ann", "bob", "cat"});
  CHECK(office.told("again-3") == People{"ann", "bob", "cat"});
  office.blind = {"cat"};
  CHECK(office.told("escalate") == People{"ann", "bob"});
}

TEST_CASE("who is away is not told, but who covers for them and may see it", "[unit]") {
  AddresseeOffice office;
  office.belonging = {"ann"};
  office.of("ann").cover = "sam";
  CHECK(office.told("due") == People{"sam"});
  office.of("sam").cover = "bob";
  CHECK(office.told("due") == People{"bob"});
  office.of("bob").cover = "ann";
  CHECK(office.told("due") == People{"ann"});
  office.of("bob").cover = "";
  office.blind = {"bob"};
  CHECK(office.told("due") == People{"ann"});
  office.blind = {};
  office.of("bob").can_be_told = false;
  CHECK(office.told("due") == People{"ann"});
  office.of("ann").cover = "nobody";
  CHECK(office.told("due") == People{"ann"});
}

TEST_CASE("who has no mailbox is not told, and their cover is", "[unit]") {
  AddresseeOffice office;
  office.belonging = {"ann"};
  office.of("ann").can_be_told = false;
  CHECK(office.told("due").empty());
  office.of("ann").cover = "bob";
  CHECK(office.told("due") == People{"bob"});
}

TEST_CASE("what is of no case is for those who see it, and of mail that fails nobody is told by mail", "[unit]") {
  AddresseeOffice office;
  CHECK(office.told("due", "channels/webhook-abc") == People{"ada", "ann", "bob"});
  office.blind = {"ann", "bob"};
  CHECK(office.told("due", "calendars/england-and-wales") == People{"ada"});
  office.blind = {};
  CHECK(office.told("due", std::string(mail_channel)).empty());
}

}  // namespace review
