#include "reviewd/web/agencies/contact_facts.hpp"

#include "reviewd/web/words/members.hpp"

namespace reviewd {

void put_partnership(View& view, const boost::json::value& partnership) {
  const auto telephone = text_in(partnership, "coordinatorTelephone");
  const auto mailbox = text_in(partnership, "coordinatorMailbox");
  const auto name = text_in(partnership, "coordinatorName");
  view["coordinator"] = shown(name);
  view["telephone"] = shown(telephone);
  view["mailbox"] = shown(mailbox);
  view["hasCoordinator"] = !name.empty() || !telephone.empty() || !mailbox.empty();
  view["safeguarding"] = shown(text_in(partnership, "safeguardingTelephone"));
}

}  // namespace reviewd
