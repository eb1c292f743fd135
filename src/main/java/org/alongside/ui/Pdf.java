package org.alongside.ui;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes a PDF of a page of ours: well-formed XHTML with its style and its pictures inside. Tagged for those who hear it; nothing is fetched from anywhere. */
@Component
public class Pdf {
    /** Comes with PDFBox: Latin, Greek, Cyrillic and Hebrew letters. */
    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        // Safety: what the library says while it works could hold words of the page.
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.alongside");

    /** @param template a page's path under src/main/jte without its ending */
    public byte[] of(String template, Map<String, Object> facts) {
        StringOutput page = new StringOutput();
        engine.render(template + ".jte", facts, page);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        // Safety: a document asks nobody for anything while it is made, whatever somebody typed into it.
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(Pdf::letters, "Letters", 400, FontStyle.NORMAL, true, EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        // Safety: the drawer runs no scripts and fetches nothing either; that is its default, said here all the same.
        builder.useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE));
        builder.withHtmlContent(readable(page.toString()), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    /** Without what XML cannot hold. */
    private static String readable(String page) {
        return page.codePoints().filter(one -> one == '\t' || one == '\n' || one == '\r' || one >= 0x20 && one != 0xFFFE && one != 0xFFFF && (one < 0xD800 || one > 0xDFFF)).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static InputStream letters() {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(LETTERS));
    }
}
