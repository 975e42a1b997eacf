/* SHA-256 (FIPS 180-4) as an SQL function, to verify the texts. Own code, because the library links SQLite alone; the
 * loader, which has libmd, made the digests. */
#include <string.h>

#include "private.h"

enum { BLOCK = 64, DIGEST = 32 };

static const uint32_t ROUNDS[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

static void schedule(const uint8_t *block, uint32_t w[64]) {
    for (int i = 0; i < 16; i++) {
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 |
               block[4 * i + 3];
    }
    for (int i = 16; i < 64; i++) {
        uint32_t low = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t high = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + low + w[i - 7] + high;
    }
}

static void compress(uint32_t hash[8], const uint8_t *block) {
    uint32_t w[64], s[8];
    schedule(block, w);
    memcpy(s, hash, sizeof s);
    for (int i = 0; i < 64; i++) {
        uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
        uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        uint32_t first = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + choice + ROUNDS[i] + w[i];
        uint32_t second = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + majority;
        memmove(s + 1, s, 7 * sizeof s[0]);
        s[4] += first;
        s[0] = first + second;
    }
    for (int i = 0; i < 8; i++) {
        hash[i] += s[i];
    }
}

/* The rest of the message, a one bit, zeros, and the length in bits: one or two blocks. */
static void finish(uint32_t hash[8], const uint8_t *rest, size_t rest_size, uint64_t size) {
    uint8_t last[2 * BLOCK] = {0};
    size_t padded = rest_size < BLOCK - 8 ? BLOCK : 2 * BLOCK;
    memcpy(last, rest, rest_size);
    last[rest_size] = 0x80;
    for (int i = 0; i < 8; i++) {
        last[padded - 1 - (size_t)i] = (uint8_t)(size * 8 >> (8 * i));
    }
    for (size_t at = 0; at < padded; at += BLOCK) {
        compress(hash, last + at);
    }
}

void sql_sha256(sqlite3_context *context, int count, sqlite3_value **values) {
    uint32_t hash[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    char hex[2 * DIGEST + 1];
    const uint8_t *given = sqlite3_value_blob(values[0]); /* NULL: nothing, or no memory for it */
    const uint8_t *bytes = given == NULL ? (const uint8_t *)"" : given;
    size_t size = given == NULL ? 0 : (size_t)sqlite3_value_bytes(values[0]), at = 0;
    (void)count;
    for (; size - at >= BLOCK; at += BLOCK) {
        compress(hash, bytes + at);
    }
    finish(hash, bytes + at, size - at, size);
    for (int i = 0; i < 8; i++) {
        sqlite3_snprintf(9, hex + 8 * i, "%08x", hash[i]);
    }
    sqlite3_result_text(context, hex, -1, SQLITE_TRANSIENT);
}
