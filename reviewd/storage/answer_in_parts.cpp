#include "reviewd/storage/answer_in_parts.hpp"

#include <utility>

#include "reviewd/storage/store_failure.hpp"

namespace reviewd {
namespace {

class PartedAnswer : public std::enable_shared_from_this<PartedAnswer> {
 public:
  PartedAnswer(StorageThread& storage, PartsUnderWay::Place place, RestInParts parts, std::string route, Answer answer,
               StorageThread::Refuse refuse)
      : storage_(storage),
        place_(std::move(place)),
        parts_(std::move(parts)),
        route_(std::move(route)),
        answer_(std::move(answer)),
        refuse_(std::move(refuse)) {}

  void ask_next() {
    if (parts_.alone) return ask_alone();
    const auto work = [self = shared_from_this()](Storage& storage) { return self->next(storage); };
    if (!storage_.write({work, refuse_, true})) refuse_(too_much_waits());
  }

 private:
  void ask_alone() {
    const auto work = [self = shared_from_this()](Storage& storage) { self->next(storage).release(); };
    if (!storage_.read({work, refuse_})) refuse_(too_much_waits());
  }

  Written next(Storage& storage) {
    auto take = parts_.next(storage);
    if (take) return {[self = shared_from_this(), take = std::move(*take)] { self->go_on(take); }};
    const bool full = take.error().code == review::Code::store_full;
    return {[self = shared_from_this(), refusal = std::move(take.error())] { self->refuse_(refusal); }, full};
  }

  void go_on(const RestInParts::Take& take) {
    auto whole = take();
    if (!whole) return ask_next();
    whole->route = route_;
    answer_(std::move(*whole));
  }

  StorageThread& storage_;
  PartsUnderWay::Place place_;
  RestInParts parts_;
  std::string route_;
  Answer answer_;
  StorageThread::Refuse refuse_;
};

}  // namespace

void answer_in_parts(StorageThread& storage, const std::shared_ptr<PartsUnderWay>& under_way, RestInParts parts,
                     const std::string& route, const Answer& answer, const StorageThread::Refuse& refuse) {
  auto place = PartsUnderWay::begin(under_way, parts.person);
  if (place == nullptr) return refuse(too_much_waits());
  std::make_shared<PartedAnswer>(storage, std::move(place), std::move(parts), route, answer, refuse)->ask_next();
}

}  // namespace reviewd
