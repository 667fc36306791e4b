#include "libreview/past/workbook.hpp"

namespace review {

std::string column_letters(int column) {
  constexpr int letters = 26;
  std::string all;
  for (int left = column + 1; left > 0; left = (left - 1) / letters) {
    all.insert(all.begin(), static_cast<char>('A' + (left - 1) % letters));
  }
  return all;
}

}  // namespace review
