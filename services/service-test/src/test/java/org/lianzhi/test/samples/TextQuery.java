package org.lianzhi.test.samples;

import java.util.List;
import org.springframework.data.mongodb.repository.Query;

interface TextQuery {
    @Query("{ 'name': ?0 }")
    List<String> named(String name);
}
