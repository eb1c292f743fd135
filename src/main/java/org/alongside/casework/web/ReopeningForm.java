package org.alongside.casework.web;

import org.jspecify.annotations.Nullable;

record ReopeningForm(@Nullable String words) {}
