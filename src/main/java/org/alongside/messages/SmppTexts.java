package org.alongside.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.alongside.messages.TextSettings.Smpp;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;

/** Texts by SMPP 3.4, which operators and text services speak: one short session for each text, so that nothing is kept open or left half sent. */
final class SmppTexts implements TextGateway {
    private static final long WAIT_MILLIS = 10_000;
    /** The longest text that fits a message by itself, in bytes. Source: SMPP 3.4, short_message. */
    private static final int SHORT = 254;
    private final Smpp gateway;
    private final String from;

    SmppTexts(Smpp gateway, String from) {
        this.gateway = gateway;
        this.from = from;
    }

    @Override
    public void send(String to, String words) {
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(words) && words.chars().noneMatch(one -> "[]{}^~\\|`@$_".indexOf(one) >= 0);
        DataCoding coding = new GeneralDataCoding(plain ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2);
        byte[] bytes = words.getBytes(plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
        boolean isShort = bytes.length <= SHORT;
        SMPPSession session = gateway.tls() ? new SMPPSession(SSLSocketConnectionFactory.getInstance()) : new SMPPSession(SocketConnectionFactory.getInstance());
        try {
            session.setTransactionTimer(WAIT_MILLIS);
            session.connectAndBind(gateway.host(), gateway.port(), new BindParameter(BindType.BIND_TX, gateway.systemId(), gateway.password(), "", TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null), WAIT_MILLIS);
            // Safety: no delivery report is asked for; who reads what when is nobody's to follow.
            session.submitShortMessage("", typeOfSender(), NumberingPlanIndicator.UNKNOWN, from.replace("+", ""), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, to.replace("+", ""), new ESMClass(), (byte) 0, (byte) 0, null, null,
                    new RegisteredDelivery(0), (byte) 0, coding, (byte) 0, isShort ? bytes : new byte[0], isShort ? new OptionalParameter[0] : new OptionalParameter[] {new OptionalParameter.Message_payload(bytes)});
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | NegativeResponseException | IOException failed) {
            throw new NotTexted("the gateway did not take it", failed);
        } finally {
            session.unbindAndClose();
        }
    }

    private TypeOfNumber typeOfSender() {
        return from.matches("\\+?\\d+") ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.ALPHANUMERIC;
    }
}
