package org.alongside.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A telephone number in the international form (+441632960001), so that the same number typed two ways is one number. */
public record Phone(String number) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Empty when this cannot be a number that rings; numbers without a country are read as UK numbers. */
    public static Optional<Phone> read(String typed) {
        try {
            PhoneNumber parsed = NUMBERS.parse(typed.strip(), "GB");
            return NUMBERS.isPossibleNumber(parsed) && !parsed.hasExtension()
                    ? Optional.of(new Phone(NUMBERS.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }

    /** As people write it: 01632 960001 at home, +353 1 234 5678 abroad. */
    public String written() {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, "GB");
            return NUMBERS.format(parsed, parsed.getCountryCode() == 44 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            return number;
        }
    }
}
