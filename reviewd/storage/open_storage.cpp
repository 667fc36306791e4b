#include "reviewd/storage/open_storage.hpp"

#include "reviewd/settings/in_force.hpp"

namespace reviewd {

review::Result<std::unique_ptr<Storage>> open_storage(std::unique_ptr<review::Store> store, const Config& config) {
  review::Settings settings(*store);
  auto now_in_force = in_force(config, Storage::settled_in(settings));
  if (!now_in_force) return review::refuse(now_in_force.error());
  auto storage = std::make_unique<Storage>(std::move(store), config, std::move(*now_in_force));
  storage->note_given_rules();
  return storage;
}

}  // namespace reviewd
