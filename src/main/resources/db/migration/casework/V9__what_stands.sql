-- What stands about a case in a word, as the room that knows it says: the level of danger, so far.
alter table casework.review add column standing text, add column standing_colour text, add check ((standing is null) = (standing_colour is null));
