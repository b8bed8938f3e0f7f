package org.lianzhi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

    @Test
    void no_leaf_gives_the_hash_of_nothing_as_the_standard_says() {
        assertThat(MerkleRoot.of(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void one_empty_leaf_is_the_first_test_vector_of_certificate_transparency() {
        assertThat(MerkleRoot.of(List.of("")))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void any_changed_swapped_or_missing_head_gives_another_root() {
        List<String> leaves = IntStream.range(0, 7).mapToObj(i -> "leaf-" + i).toList();
        String root = MerkleRoot.of(leaves);

        List<String> swapped = List.of("leaf-1", "leaf-0", "leaf-2", "leaf-3", "leaf-4", "leaf-5", "leaf-6");
        assertThat(List.of(
                        MerkleRoot.of(swapped), MerkleRoot.of(leaves.subList(0, 6)), MerkleRoot.of(List.of("leaf-0"))))
                .doesNotContain(root);
    }

    @Test
    void heads_are_taken_in_the_order_of_their_streams() {
        Head head = new Head(3, "a".repeat(64));
        assertThat(MerkleRoot.ofHeads(new TreeMap<>(Map.of("case-b@hn", head, "case-a@hn", head))))
                .isEqualTo(MerkleRoot.of(List.of("case-a@hn:3:" + head.hash(), "case-b@hn:3:" + head.hash())));
    }
}
