#include <sodium.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "libreview/registers/return_links.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

/// Drafts of agency returns: sealed (XSalsa20 and Poly1305, libsodium's secretbox) with a key made from the secret of
/// the link, of which the store has another digest only.
namespace review {
namespace {

static_assert(crypto_secretbox_KEYBYTES == 32);

Digest key_of(const TokenText& text) { return sha256({"draft of the return ", text.secret}); }

}  // namespace

void ReturnLinks::keep_draft(std::string_view line, std::string_view draft) {
  store_.require_transaction();
  const auto text = parse_token(line);
  if (!text) throw std::logic_error("a draft without its link");
  const auto key = key_of(*text);
  std::vector<std::uint8_t> sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + draft.size());
  random_.fill(std::span(sealed).first(crypto_secretbox_NONCEBYTES));
  crypto_secretbox_easy(sealed.data() + crypto_secretbox_NONCEBYTES,
                        reinterpret_cast<const unsigned char*>(draft.data()), draft.size(), sealed.data(), key.data());
  store_.prepare("UPDATE return_links SET draft = ? WHERE link = ?")
      .with(std::span<const std::uint8_t>(sealed), text->id)
      .run();
}

std::string ReturnLinks::draft(std::string_view line) {
  const auto text = parse_token(line);
  if (!text) return {};
  const auto sealed = store_.reading([&]() -> std::string {
    auto row = store_.prepare("SELECT draft FROM return_links WHERE link = ? AND draft IS NOT NULL");
    return row.with(text->id).step() ? row.text(0) : std::string();
  });
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (sealed.size() < around) return {};
  const auto key = key_of(*text);
  std::string draft(sealed.size() - around, '\0');
  const auto* bytes = reinterpret_cast<const unsigned char*>(sealed.data());
  const auto opened =
      crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(draft.data()), bytes + crypto_secretbox_NONCEBYTES,
                                 sealed.size() - crypto_secretbox_NONCEBYTES, bytes, key.data());
  return opened == 0 ? draft : std::string();
}

}  // namespace review
