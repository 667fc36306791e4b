#include "reviewd/open_storage.hpp"

#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "reviewd/fingerprint.hpp"

namespace reviewd {

review::Result<std::unique_ptr<Storage>> open_storage(std::unique_ptr<review::Store> store, const Config& config) {
  auto law = config.overlay_text.empty() ? review::Result<review::RuleBook>(review::england())
                                         : review::england(review::LawText{config.overlay_name, config.overlay_text});
  if (!law) return review::refuse(law.error());
  auto calendar = review::england_and_wales();
  if (!config.closures_text.empty()) {
    const auto closures = review::read_closures(config.closures_text);
    if (!closures) return review::refuse(closures.error());
    calendar = calendar.with_closures(*closures);
  }
  calendar = calendar.with_closures(law->partnership().closures);
  auto storage = std::make_unique<Storage>(std::move(store), std::move(*law), std::move(calendar), fingerprint(config));
  storage->set_document_settings(config.documents);
  storage->set_mail(config.mail);
  return storage;
  return std::make_unique<Storage>(std::move(store), std::move(*law), std::move(calendar), fingerprint(config),
                                   config.pepper);
}

}  // namespace reviewd
