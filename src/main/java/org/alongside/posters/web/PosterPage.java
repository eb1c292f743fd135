package org.alongside.posters.web;

/** The sheets of one choice, to look at before they are printed. @param choice which {@code poster} was made for */
record PosterPage(Choice choice, Poster poster) {
    String path(Sheet sheet) {
        return choice.path() + "/" + sheet.number();
    }
}
