package org.alongside.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/** Style, script and pictures: for the public never kept on the device, for the desk kept and asked after. docs/adr/0005 says why. */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {
    private final Map<String, String> fingerprints = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry.addResourceHandler("/assets/desk/**")).setCacheControl(CacheControl.noCache().cachePrivate()).setEtagGenerator(this::fingerprint);
        // Safety: a visitor's disk keeps no file of ours, so it cannot show that they were here.
        serve(registry.addResourceHandler("/assets/**")).setCacheControl(CacheControl.noStore());
    }

    private static ResourceHandlerRegistration serve(ResourceHandlerRegistration files) {
        files.addResourceLocations("classpath:/static/assets/").setUseLastModified(false).resourceChain(true).addResolver(new EncodedResourceResolver());
        return files;
    }

    private String fingerprint(Resource file) {
        return fingerprints.computeIfAbsent(file.getFilename() + "/" + file.getDescription(), known -> {
            try (InputStream content = file.getInputStream()) {
                return '"' + DigestUtils.md5DigestAsHex(content) + '"';
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
