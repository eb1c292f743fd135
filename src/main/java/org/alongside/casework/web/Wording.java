package org.alongside.casework.web;

import org.alongside.shared.Side;

/** What the two sides call the same thing. */
record Wording(String who, String needs, String need, String needQuestion, String addNeed) {
    static Wording of(Side side) {
        return side == Side.SUPPORT
                ? new Wording("client", "Needs and goals", "Need", "In which part of life do they want help?", "Add a need")
                : new Wording("person", "Work and goals", "Area of work", "What is to be worked on?", "Add an area of work");
    }
}
