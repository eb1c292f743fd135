package org.alongside.operator;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How many rows a table holds and a sum over the hash of each: equal for equal rows, in whatever order they come. */
record Rows(long count, String sum) {

    static final class Counting {
        private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);
        private final MessageDigest sha256;
        private long count;
        private BigInteger sum = BigInteger.ZERO;

        Counting() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(byte[] row) {
            count++;
            sum = sum.add(new BigInteger(1, sha256.digest(row))).mod(LIMIT);
        }

        Rows rows() {
            return new Rows(count, sum.toString(16));
        }
    }
}
