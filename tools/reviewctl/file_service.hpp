#pragma once

#include <filesystem>
#include <memory>

#include "reviewd/settings/config.hpp"
#include "reviewd/storage/storage.hpp"
#include "tools/reviewctl/service.hpp"

namespace reviewctl {

/// The endpoints of the daemon over a store that nobody holds, without a daemon. Whoever may write the file may do
/// everything with it, so no token is asked; the access log names `reviewctl`.
class FileService final : public Service {
 public:
  /// `config` is that of the daemon, for what the views are made under. Refusals as Store::open; one that says that a
  /// daemon holds the file hints at the way through it.
  static Outcome<std::unique_ptr<FileService>> open(const std::filesystem::path& file, const reviewd::Config& config);
  ~FileService() override;

  Outcome<Answered> send(const Ask& ask) override;

 private:
  explicit FileService(std::unique_ptr<reviewd::Storage> storage);

  std::unique_ptr<reviewd::Storage> storage_;
};

}  // namespace reviewctl
